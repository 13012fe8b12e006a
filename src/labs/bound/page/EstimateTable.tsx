import { Table } from "@mantine/core";
import { useMemo } from "react";
import { formatCount, formatNumber, formatTick } from "../../../i18n/format";
import { ColumnNames } from "../../../ui/components/ColumnNames";
import classes from "../../../ui/labs/labs.module.css";
import { TableBox } from "../../../ui/labs/TableBox";
import { useLab } from "../../../ui/labs/useLab";
import { useTexts } from "../../../ui/language/useTexts";
import { ESTIMATOR_IDS } from "../estimators";
import { texts } from "../texts";
import { statisticOf, tableCells } from "./series";

/** One statistic of every estimator, for each MI and K; fills in as cells are measured. */
export function EstimateTable() {
  const t = useTexts(texts);
  const { rows, config } = useLab("bound");
  const { statistic } = config;
  const cells = useMemo(() => tableCells(rows), [rows]);
  const shown = ESTIMATOR_IDS.filter((estimator) => rows.some((row) => row.estimator === estimator));
  const batches = [...new Set(rows.map(({ n }) => formatCount(n)))].join(", ");
  return (
    <section className={classes.card} aria-label={t.table.title}>
      <h3>
        {t.table.title}: {t.statistics[statistic]}
      </h3>
      {cells.length === 0 ? (
        <p>{t.table.waiting}</p>
      ) : (
        <TableBox label={t.table.title}>
          <Table fz="xs" verticalSpacing={2} className={classes.numbers} captionSide="bottom" stickyHeader>
            <caption>{t.table.batches({ n: batches })}</caption>
            <ColumnNames names={[t.table.mi, "K", t.lines.ceiling, ...shown.map((id) => t.columns[id])]} />
            <Table.Tbody>
              {cells.map((cell) => (
                <Table.Tr key={`${cell.mi} ${cell.k}`}>
                  <Table.Th scope="row">{formatTick(cell.mi)}</Table.Th>
                  <Table.Td>{cell.k}</Table.Td>
                  <Table.Td>{formatNumber(Math.log(cell.k))}</Table.Td>
                  {shown.map((id) => (
                    <Table.Td key={id}>{formatNumber(statisticOf(cell.rows[id], statistic))}</Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </TableBox>
      )}
      <p className={classes.after}>{t.readOutNote}</p>
    </section>
  );
}
