import { say } from "../../../i18n/message";
import { DataError } from "../../errors";
import { texts } from "./errors";
import type { NumberTable } from "./table";

/** Samples of a part: one view, or two that the user has made. */
export interface TableViews {
  name: string;
  count: number;
  columns: number;
  first: Float32Array;
  second: Float32Array | null;
  labels: string[] | null;
}

/**
 * Finds the views: columns `a_...` and `b_...` of one file are two views of each row, and so are the rows of two files.
 *
 * @throws DataError when the two views do not match
 */
export function viewsOf(tables: NumberTable[]): TableViews {
  const [one, other] = [...tables].sort((a, b) => (a.name < b.name ? -1 : 1));
  if (!one || tables.length > 2)
    throw new DataError(say(texts.tooManyFiles, { names: tables.map(({ name }) => name).join(", ") }));
  return other ? pairOfFiles(one, other) : fromColumns(one);
}

function pairOfFiles(one: NumberTable, other: NumberTable): TableViews {
  if (one.count !== other.count || one.columns !== other.columns)
    throw new DataError(
      say(texts.unequalViews, {
        name: one.name,
        count: one.count,
        columns: one.columns,
        otherName: other.name,
        otherCount: other.count,
        otherColumns: other.columns,
      }),
    );
  const { name, count, columns } = one;
  return { name, count, columns, first: one.values, second: other.values, labels: one.labels ?? other.labels };
}

function fromColumns(table: NumberTable): TableViews {
  const { name, header, count, values, labels, columns } = table;
  const [a, b] = [/^a_/i, /^b_/i].map((prefix) => [...header.keys()].filter((i) => prefix.test(header[i]!)));
  if (a!.length === 0 || b!.length === 0) return { name, count, columns, first: values, second: null, labels };
  if (a!.length !== b!.length || a!.length + b!.length !== columns)
    throw new DataError(
      say(texts.unequalColumns, { name, first: a!.length, second: b!.length, others: columns - a!.length - b!.length }),
    );
  return { name, count, columns: a!.length, first: columnsOf(table, a!), second: columnsOf(table, b!), labels };
}

function columnsOf({ values, columns, count }: NumberTable, wanted: number[]): Float32Array {
  const chosen = new Float32Array(count * wanted.length);
  for (let row = 0; row < count; row++)
    for (const [i, column] of wanted.entries()) chosen[row * wanted.length + i] = values[row * columns + column]!;
  return chosen;
}
