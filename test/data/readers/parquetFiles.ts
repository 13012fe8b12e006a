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

/** Images in a list each, or their paths alone, with labels that are texts. */
export function textLabelParquet(labels: string[], how: "images" | "lists" | "paths"): Uint8Array {
  const image = (row: number) => ({ bytes: how === "paths" ? null : png(8, 8, [row, 0, 0]), path: `img/${row}.png` });
  const isList = how === "lists";
  const fields = [
    { name: "bytes", type: "BYTE_ARRAY", repetition_type: "OPTIONAL" },
    { name: "path", type: "BYTE_ARRAY", converted_type: "UTF8", repetition_type: "OPTIONAL" },
  ] as const;
  const list = [
    { name: "image", num_children: 1, converted_type: "LIST", repetition_type: "OPTIONAL" },
    { name: "list", num_children: 1, repetition_type: "REPEATED" },
    { name: "element", num_children: 2, repetition_type: "OPTIONAL" },
  ] as const;
  const buffer = parquetWriteBuffer({
    columnData: [
      { name: "image", data: labels.map((_, i) => (isList ? [image(i), image(99)] : image(i))) },
      { name: "label", data: labels },
    ],
    schema: [
      { name: "schema", num_children: 2 },
      ...(isList ? list : ([{ name: "image", num_children: 2, repetition_type: "OPTIONAL" }] as const)),
      ...fields,
      { name: "label", type: "BYTE_ARRAY", converted_type: "UTF8", repetition_type: "OPTIONAL" },
    ],
  });
  return new Uint8Array(buffer);
}
