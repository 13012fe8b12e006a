import { Table } from "@mantine/core";
import { ColumnNames } from "../../components/ColumnNames";
import classes from "../charts.module.css";

interface DataTableProps {
  title: string;
  height: number;
  /** Names of the columns, the first one that of the rows. */
  columns: string[];
  rows: { name: string; cells: string[] }[];
}

/** What a chart shows as a table that scrolls in the chart's place. */
export function DataTable({ title, height, columns, rows }: DataTableProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: the card around it is the landmark.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard.
    <div className={classes.table} style={{ height }} role="group" tabIndex={0} aria-label={title}>
      <Table stickyHeader fz="xs" verticalSpacing={2} horizontalSpacing={8} captionSide="bottom">
        <caption className={classes.hidden}>{title}</caption>
        <ColumnNames names={columns} />
        <Table.Tbody>
          {rows.map(({ name, cells }) => (
            <Table.Tr key={name}>
              <Table.Th scope="row">{name}</Table.Th>
              {cells.map((cell, i) => (
                <Table.Td key={columns[i + 1]}>{cell}</Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
