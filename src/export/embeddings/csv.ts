import type { ExtractedRows } from "../../training/extraction/types";
import { csvLine } from "../csv";
import { Parts } from "../parts";
import { type Column, columnsOf, embeddingsOf } from "./columns";
import type { EmbeddingFormat } from "./types";

/** Digits that tell any two numbers of 32 bits apart; fewer are tried first. */
const FEWEST_DIGITS = 7;
const MOST_DIGITS = 9;

/** A table with a row for each sample (RFC 4180); numbers have as many digits as bring the same float32 back. */
export const csv: EmbeddingFormat = {
  ending: "csv",
  open(head, content) {
    const columns = columnsOf(head, content);
    const embeddings = embeddingsOf(head, content);
    const parts = new Parts();
    const encoder = new TextEncoder();
    const names = embeddings.flatMap(({ name, size }) => Array.from({ length: size }, (_, i) => `${name}${i}`));
    parts.add(encoder.encode(csvLine([...columns.map(({ name }) => name), ...names])));
    return {
      add(rows) {
        const cells = columns.map((column) => cellsOf(column, rows));
        const numbers = embeddings.map((embedding) => ({ size: embedding.size, values: embedding.of(rows) }));
        const lines = Array.from({ length: rows.count }, (_, row) => {
          const own = numbers.flatMap(({ size, values }) => shortest(values.subarray(row * size, (row + 1) * size)));
          return csvLine([...cells.map((column) => column[row] ?? ""), ...own]);
        });
        parts.add(encoder.encode(lines.join("")));
      },
      finish: async () => parts.toBlob("text/csv"),
    };
  },
};

function cellsOf(column: Column, rows: ExtractedRows): string[] {
  if (column.kind === "text") return column.of(rows);
  if (column.kind === "number") return shortest(column.of(rows)).map((text) => (text === "NaN" ? "" : text));
  return Array.from(column.of(rows), (value) => (column.missing && value < 0 ? "" : String(value)));
}

/** The numbers in as few digits as bring them back. */
function shortest(values: Float32Array): string[] {
  return Array.from(values, (value) => {
    for (let digits = FEWEST_DIGITS; digits < MOST_DIGITS; digits++) {
      const short = Number(value.toPrecision(digits));
      if (Math.fround(short) === value) return String(short);
    }
    return String(Number(value.toPrecision(MOST_DIGITS)));
  });
}
