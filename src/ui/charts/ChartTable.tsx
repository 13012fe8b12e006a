import { Table } from "@mantine/core";
import type { ArmLook } from "../../store/arms";
import { formatCount, formatNumber } from "../format";
import { words } from "../words";
import classes from "./charts.module.css";
import type { ChartRow } from "./rows";

/** Rows of a chart's table: enough to follow a curve by ear. */
const ROWS = 24;

/** A chart as a table: mean, lowest and highest seed of each arm at some of the steps. */
export function ChartTable({
  title,
  rows,
  looks,
  height,
}: {
  title: string;
  rows: ChartRow[];
  looks: ArmLook[];
  height: number;
}) {
  const stride = Math.max(1, Math.ceil(rows.length / ROWS));
  const shown = rows.filter((_, i) => (rows.length - 1 - i) % stride === 0);
  return (
    // biome-ignore lint/a11y/useSemanticElements: the card around it is the landmark.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard.
    <div className={classes.table} style={{ height }} role="group" tabIndex={0} aria-label={title}>
      <Table stickyHeader fz="xs" verticalSpacing={2} horizontalSpacing={8} captionSide="bottom">
        <caption className={classes.hidden}>{title}</caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{words.charts.step}</Table.Th>
            {looks.map((look) => (
              <Table.Th scope="col" key={look.label}>
                {look.label}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shown.map((row) => (
            <Table.Tr key={row.step}>
              <Table.Th scope="row">{formatCount(row.step)}</Table.Th>
              {looks.map((look, arm) => (
                <Table.Td key={look.label}>{cell(row, arm)}</Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function cell(row: ChartRow, arm: number): string {
  const mean = row[`m${arm}`];
  const band = row[`b${arm}`];
  if (typeof mean !== "number") return "\u2013";
  const spread =
    Array.isArray(band) && band[0] !== band[1] ? ` [${formatNumber(band[0])}, ${formatNumber(band[1])}]` : "";
  return formatNumber(mean) + spread;
}
