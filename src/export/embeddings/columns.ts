import type { ExtractedRows, ExtractionHead } from "../../training/extraction/types";
import type { FileContent } from "./types";

/** What stands in a file of embeddings, under the same names in every format. */

/** One value a row. */
export type Column =
  /** `missing`: where some rows have none, those that are negative. */
  | { name: string; kind: "integer"; missing?: true; of(rows: ExtractedRows): Int32Array }
  /** NaN where a row has none. */
  | { name: string; kind: "number"; of(rows: ExtractedRows): Float32Array }
  | { name: string; kind: "text"; of(rows: ExtractedRows): string[] };

/** Several numbers a row, row-major. */
export interface Embedding {
  name: "h" | "z";
  /** Numbers of a row. */
  size: number;
  of(rows: ExtractedRows): Float32Array;
}

/** The columns beside the embeddings, in their order; those that the data or the wish do without are absent. */
export function columnsOf(head: ExtractionHead, { labels, index, predictions }: FileContent): Column[] {
  return [
    ...(index ? indexColumns(head) : []),
    ...(labels && head.hasLabels ? labelColumns(head) : []),
    ...(predictions && head.predictions === "made" ? predictionColumns() : []),
  ];
}

/** The embeddings that are asked for. */
export function embeddingsOf(
  { featureSize, embeddingSize }: ExtractionHead,
  { embedding }: Pick<FileContent, "embedding">,
): Embedding[] {
  const h: Embedding = { name: "h", size: featureSize, of: ({ features }) => features };
  const z: Embedding = { name: "z", size: embeddingSize, of: ({ embeddings }) => embeddings };
  return embedding === "both" ? [h, z] : [embedding === "h" ? h : z];
}

function indexColumns({ split, hasOrigin }: ExtractionHead): Column[] {
  const index: Column = {
    name: "index",
    kind: "integer",
    of: ({ from, count }) => Int32Array.from({ length: count }, (_, row) => from + row),
  };
  const source: Column = {
    name: "source",
    kind: "integer",
    of: ({ origin, count }) => origin ?? new Int32Array(count),
  };
  const name: Column = { name: "split", kind: "text", of: ({ count }) => new Array<string>(count).fill(split) };
  return [index, ...(hasOrigin ? [source] : []), name];
}

function labelColumns({ classNames }: ExtractionHead): Column[] {
  const labelsOf = ({ labels, count }: ExtractedRows) => Int32Array.from(labels ?? new Uint8Array(count));
  return [
    { name: "label", kind: "integer", of: labelsOf },
    { name: "class", kind: "text", of: (rows) => Array.from(labelsOf(rows), (label) => classNames[label] ?? "") },
  ];
}

function predictionColumns(): Column[] {
  const predicted = (id: "knn" | "probe"): Column[] => [
    {
      name: id,
      kind: "integer",
      missing: true,
      of: (rows) => rows[id]?.classes ?? new Int32Array(rows.count).fill(-1),
    },
    {
      name: `${id}_score`,
      kind: "number",
      of: (rows) => rows[id]?.scores ?? new Float32Array(rows.count).fill(Number.NaN),
    },
  ];
  const evaluation: Column = { name: "evaluation", kind: "integer", of: (rows) => Int32Array.from(rows.evaluation) };
  return [evaluation, ...predicted("knn"), ...predicted("probe")];
}
