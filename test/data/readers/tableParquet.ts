import { type ColumnSource, parquetWriteBuffer } from "hyparquet-writer";

/** Of the version of hyparquet that the writer brings along. */
type SchemaElement = NonNullable<Parameters<typeof parquetWriteBuffer>[0]["schema"]>[number];
type Type = Partial<SchemaElement>;

export interface MadeColumn {
  name: string;
  data: unknown[];
  /** Of the values; of a list, of its elements. */
  type: Type;
  /** How deep lists lie in each other. */
  depth?: number;
  encoding?: ColumnSource["encoding"];
}

export const FLOAT: Type = { type: "FLOAT" };
export const DOUBLE: Type = { type: "DOUBLE" };
export const INT64: Type = { type: "INT64" };
export const TEXT: Type = { type: "BYTE_ARRAY", converted_type: "UTF8" };
export const BOOLEAN: Type = { type: "BOOLEAN" };
export const HALF: Type = { type: "FIXED_LEN_BYTE_ARRAY", type_length: 2, logical_type: { type: "FLOAT16" } };
export const DECIMAL: Type = { type: "INT32", converted_type: "DECIMAL", precision: 9, scale: 2 };
export const DAY: Type = { type: "INT32", converted_type: "DATE" };
export const TIME: Type = { type: "INT64", converted_type: "TIMESTAMP_MILLIS" };

/** Writes a table in the schema in which Arrow does: every value may be missing, and lists lie in three fields; with the names of classes, as Hugging Face adds them. */
export function tableParquet(
  columns: readonly MadeColumn[],
  rowGroupSize?: number,
  classes: Record<string, string[]> = {},
): Uint8Array {
  const features = Object.fromEntries(
    Object.entries(classes).map(([name, names]) => [name, { _type: "ClassLabel", names }]),
  );
  const fields = columns.flatMap(({ name, type, depth = 0 }) => fieldsOf(name, type, depth));
  const buffer = parquetWriteBuffer({
    columnData: columns.map(({ name, data, encoding }) => ({ name, data, ...(encoding && { encoding }) })),
    schema: [{ name: "schema", num_children: columns.length }, ...fields],
    kvMetadata: [{ key: "huggingface", value: JSON.stringify({ info: { features } }) }],
    ...(rowGroupSize && { rowGroupSize }),
  });
  return new Uint8Array(buffer);
}

function fieldsOf(name: string, type: Type, depth: number): SchemaElement[] {
  if (depth === 0) return [{ name, repetition_type: "OPTIONAL", ...type }];
  return [
    { name, repetition_type: "OPTIONAL", num_children: 1, converted_type: "LIST" },
    { name: "list", repetition_type: "REPEATED", num_children: 1 },
    ...fieldsOf("element", type, depth - 1),
  ];
}
