import { parquetWriteBuffer } from "hyparquet-writer";
import { png } from "./pngFiles";

export interface MadeImages {
  count: number;
  classes: string[];
  side?: number;
  /** Rows of a row group. */
  groupSize?: number;
  codec?: "SNAPPY" | "UNCOMPRESSED";
  /** Replaces labels. */
  label?: (row: number) => number;
}

/**
 * A file in the schema in which Hugging Face publishes data sets of images. The right half of image i has red i; its label is
 * sorted by class, the worst order there is.
 */
export function imageParquet({
  count,
  classes,
  side = 28,
  groupSize = 10,
  codec = "SNAPPY",
  label,
}: MadeImages): Uint8Array {
  const rows = Array.from({ length: count }, (_, i) => i);
  const classOf = label ?? ((row: number) => Math.floor((row * classes.length) / count));
  const features = {
    img: { _type: "Image" },
    coarse_label: { names: ["all"], _type: "ClassLabel" },
    fine_label: { names: classes, _type: "ClassLabel" },
  };
  const buffer = parquetWriteBuffer({
    codec,
    rowGroupSize: groupSize,
    kvMetadata: [{ key: "huggingface", value: JSON.stringify({ info: { features } }) }],
    columnData: [
      { name: "img", data: rows.map((row) => ({ bytes: png(side, side, [row, 0, 0]), path: `${row}.png` })) },
      { name: "coarse_label", data: rows.map(() => 0n) },
      { name: "fine_label", data: rows.map((row) => BigInt(classOf(row))) },
    ],
    schema: [
      { name: "schema", num_children: 3 },
      { name: "img", num_children: 2, repetition_type: "OPTIONAL" },
      { name: "bytes", type: "BYTE_ARRAY", repetition_type: "OPTIONAL" },
      { name: "path", type: "BYTE_ARRAY", converted_type: "UTF8", repetition_type: "OPTIONAL" },
      { name: "coarse_label", type: "INT64", repetition_type: "OPTIONAL" },
      { name: "fine_label", type: "INT64", repetition_type: "OPTIONAL" },
    ],
  });
  return new Uint8Array(buffer);
}
