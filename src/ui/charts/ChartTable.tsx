import { Table } from "@mantine/core";
import type { ArmLook } from "../../store/arms";
import { formatCount, formatNumber } from "../format";
import { words } from "../words";
import classes from "./charts.module.css";
import type { PlotRow } from "./Plot";

/** Rows of a chart's table: enough to follow a curve by ear. */
const ROWS = 24;

interface ChartTableProps {
  title: string;
  rows: PlotRow[];
  looks: Pick<ArmLook, "label">[];
  height: number;
  /** Field of a row that is its place, its name, and how it is written. */
  xKey?: string;
  xName?: string;
  formatX?: (x: number) => string;
}

/** A chart as a table: each line with its band (for arms: the lowest and highest seed) at some of the places. */
export function ChartTable(props: ChartTableProps) {
  const { title, rows, looks, height, xKey = "step", xName = words.charts.step, formatX = formatCount } = props;
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
            <Table.Th scope="col">{xName}</Table.Th>
            {looks.map((look) => (
              <Table.Th scope="col" key={look.label}>
                {look.label}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shown.map((row) => (
            <Table.Tr key={Number(row[xKey])}>
              <Table.Th scope="row">{formatX(Number(row[xKey]))}</Table.Th>
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

function cell(row: PlotRow, arm: number): string {
  const mean = row[`m${arm}`];
  const band = row[`b${arm}`];
  if (typeof mean !== "number") return "\u2013";
  const spread =
    Array.isArray(band) && band[0] !== band[1] ? ` [${formatNumber(band[0])}, ${formatNumber(band[1])}]` : "";
  return formatNumber(mean) + spread;
}
