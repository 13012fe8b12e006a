import type { SchemaElement, Writer } from "hyparquet-writer";
import type { ExtractedRows, ExtractionHead } from "../../training/extraction/types";
import { Parts } from "../parts";
import { type Column, columnsOf, type Embedding, embeddingsOf } from "./columns";
import type { EmbeddingFormat } from "./types";

/** Numbers of embeddings in a row group: what is written in one task, some tens of milliseconds. */
const GROUP_NUMBERS = 2 ** 16;

/** A table of typed columns; an embedding is one column of lists of float32. Its writer is fetched with the first file. */
export const parquet: EmbeddingFormat = {
  ending: "parquet",
  async open(head, content) {
    const { ByteWriter, ParquetWriter } = await import("hyparquet-writer");
    const [columns, embeddings] = [columnsOf(head, content), embeddingsOf(head, content)];
    const parts = new Parts();
    const bytes = new ByteWriter();
    const writer = new ParquetWriter({
      writer: bytes,
      codec: "UNCOMPRESSED",
      schema: schemaOf(columns, embeddings),
      kvMetadata: [{ key: "flatnce", value: JSON.stringify(aboutOf(head)) }],
    });
    const size = embeddings.reduce((sum, embedding) => sum + embedding.size, 0);
    const groupSize = Math.max(1, Math.floor(GROUP_NUMBERS / size));
    let waiting: ExtractedRows[] = [];
    const flush = async () => {
      if (waiting.length === 0) return;
      const columnData = dataOf(waiting, columns, embeddings);
      waiting = [];
      await writer.write({ columnData, rowGroupSize: Number.MAX_SAFE_INTEGER });
      parts.add(drain(bytes));
    };
    return {
      async add(rows) {
        waiting.push(rows);
        if (countOf(waiting) >= groupSize) await flush();
      },
      async finish() {
        await flush();
        await writer.finish();
        parts.add(drain(bytes));
        return parts.toBlob("application/vnd.apache.parquet");
      },
    };
  },
};

/** What was written since the last time. Places in the file go on counting. */
function drain(writer: Writer & { index: number }): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(writer.getBytes());
  writer.index = 0;
  return bytes;
}

function schemaOf(columns: readonly Column[], embeddings: readonly Embedding[]): SchemaElement[] {
  const types = {
    integer: { type: "INT32" },
    number: { type: "FLOAT" },
    text: { type: "BYTE_ARRAY", converted_type: "UTF8" },
  } as const;
  return [
    { name: "schema", num_children: columns.length + embeddings.length },
    ...columns.map(({ name, kind }): SchemaElement => ({ name, ...types[kind], repetition_type: "OPTIONAL" })),
    ...embeddings.flatMap(({ name }): SchemaElement[] => [
      { name, num_children: 1, converted_type: "LIST", repetition_type: "REQUIRED" },
      { name: "list", num_children: 1, repetition_type: "REPEATED" },
      { name: "element", type: "FLOAT", repetition_type: "REQUIRED" },
    ]),
  ];
}

function dataOf(waiting: ExtractedRows[], columns: readonly Column[], embeddings: readonly Embedding[]) {
  return [
    ...columns.map((column) => ({ name: column.name, data: waiting.flatMap((rows) => cellsOf(column, rows)) })),
    ...embeddings.map(({ name, size, of }) => ({
      name,
      data: waiting.flatMap((rows) => listsOf(of(rows), size)),
      encoding: "PLAIN" as const,
      statistics: false,
    })),
  ];
}

function cellsOf(column: Column, rows: ExtractedRows): (string | number | null)[] {
  if (column.kind === "text") return column.of(rows);
  if (column.kind === "number") return Array.from(column.of(rows), (value) => (Number.isNaN(value) ? null : value));
  return Array.from(column.of(rows), (value) => (column.missing && value < 0 ? null : value));
}

function listsOf(values: Float32Array, size: number): number[][] {
  return Array.from({ length: values.length / size }, (_, row) => [...values.subarray(row * size, (row + 1) * size)]);
}

function countOf(waiting: readonly ExtractedRows[]): number {
  return waiting.reduce((sum, { count }) => sum + count, 0);
}

function aboutOf({ arm, seed, split, step, classNames }: ExtractionHead) {
  return { arm, seed, split, step, classes: classNames };
}
