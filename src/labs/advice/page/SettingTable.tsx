import { Table } from "@mantine/core";
import { formatTick } from "../../../i18n/format";
import { textsOf } from "../../../i18n/message";
import { METRICS } from "../../../metrics";
import { excludesZero } from "../../../record/statistics/differences";
import { ColumnNames } from "../../../ui/components/ColumnNames";
import labClasses from "../../../ui/labs/labs.module.css";
import { TableBox } from "../../../ui/labs/TableBox";
import { useTexts, useTranslate } from "../../../ui/language/useTexts";
import type { Cell, Facts } from "../answer/facts";
import { bare, factor, level } from "../answer/words";
import { LOSSES, RATES, TEMPERATURES } from "../recipe";
import { texts } from "../texts";
import classes from "./advice.module.css";
import type { Advice } from "./useAdvice";

/** All settings that were tried: what FlatNCE adds there, and which of them suit which loss. */
export function SettingTable({ advice: { facts } }: { advice: Advice }) {
  const t = useTexts(texts);
  const translated = useTranslate();
  if (!facts?.scope) return null;
  const metric = METRICS[facts.aim === "knn" ? "knnAccuracy" : "probeAccuracy"];
  const name = facts.aim === "steps" ? t.table.way : translated(textsOf("metrics", metric).label);
  return (
    <section className={labClasses.card} aria-label={t.table.title}>
      <h3>{t.table.title}</h3>
      <p>{t.table.about({ metric: name, seeds: facts.scope.choiceSeeds })}</p>
      <TableBox label={t.table.title}>
        <Table fz="sm" verticalSpacing={5} className={labClasses.numbers}>
          <ColumnNames names={[t.table.corner, ...RATES.map((rate) => rateName(facts, rate, t))]} />
          <Table.Tbody>
            {TEMPERATURES.map((tau) => (
              <Table.Tr key={tau}>
                <Table.Th scope="row">{t.table.tau({ tau: formatTick(tau) })}</Table.Th>
                {facts.cells
                  .filter((cell) => cell.tau === tau)
                  .map((cell) => (
                    <Table.Td key={cell.rate}>
                      <CellText cell={cell} facts={facts} />
                    </Table.Td>
                  ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </TableBox>
    </section>
  );
}

function rateName({ cells }: Facts, rate: number, t: ReturnType<typeof useTexts<typeof texts>>): string {
  const learningRate = cells.find((cell) => cell.rate === rate && cell.learningRate !== null)?.learningRate ?? null;
  return learningRate === null
    ? t.table.unnamedRate({ rate: formatTick(rate) })
    : t.table.rate({ rate: formatTick(learningRate) });
}

function CellText({ cell, facts: { chosen } }: { cell: Cell; facts: Facts }) {
  const t = useTexts(texts);
  const { difference, ci95 } = cell.difference;
  if (difference === null) return <span className={classes.soft}>{t.table.empty}</span>;
  const Tag = excludesZero(ci95) ? "strong" : "span";
  const choices = LOSSES.filter((loss) => chosen?.[loss].tau === cell.tau && chosen[loss].rate === cell.rate);
  return (
    <>
      <Tag className={classes.figure}>{bare(difference)}</Tag>
      {ci95 && <span> [{ci95.map(bare).join(", ")}]</span>}
      <span className={classes.line}>
        {t.table.levels({ info: level("probe", cell.infoNce), flat: level("probe", cell.flatNce) })}
        {cell.f !== null && `, ${t.table.f({ f: factor(cell.f) })}`}
      </span>
      {choices.map((loss) => (
        <span key={loss} className={classes.choice}>
          {t.table.best[loss]}
        </span>
      ))}
    </>
  );
}
