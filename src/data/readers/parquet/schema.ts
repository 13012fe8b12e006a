import type { FileMetaData, SchemaTree } from "hyparquet";
import { z } from "../../zod";
import type { Leaf } from "./chunk";
import type { ParquetFile } from "./file";

/** The columns of a data set of images. */
export interface ImageColumns {
  /** Encoded images: a column, or the field "bytes" of a struct. */
  image: Leaf;
  /** Where the images lie, beside their bytes; null where that is not said. */
  path: Leaf | null;
  /** Null without labels. */
  label: Leaf | null;
  /** Empty where the file does not name its classes. */
  classNames: string[];
  /** Whether a row has a list of images. */
  isList: boolean;
  /** Whether labels are texts. */
  isText: boolean;
}

const IMAGE_NAMES = ["image", "img", "picture", "pixel_values", "images"];
/** In this order: CIFAR-100 has a coarse and a fine label. */
const LABEL_NAMES = ["label", "fine_label", "labels", "class", "target", "y"];

/** Numbers, yes or no, texts. */
const LABEL_TYPES = ["INT64", "INT32", "BOOLEAN", "BYTE_ARRAY"];

/** What `datasets` of Hugging Face writes beside the schema: for each column its feature. */
const features = z.object({ info: z.object({ features: z.record(z.string(), z.unknown()) }) });

/** Of a feature, what says that it is a class. */
const feature = z.object({ _type: z.string().optional(), names: z.array(z.string()).optional() });

/** Finds images and labels in the schema of a file as Hugging Face publishes data sets; null without encoded images. */
export function imageColumns({ metadata, schema }: Pick<ParquetFile, "metadata" | "schema">): ImageColumns | null {
  const columns = schema.children;
  const image = pick(
    columns.filter((column) => holdsImages(column) || holdsImages(elementOf(column))),
    IMAGE_NAMES,
  );
  const known = readFeatures(metadata);
  if (!image) return null;
  const isList = !holdsImages(image);
  const record = isList ? [image, image.children[0], elementOf(image)] : [image];
  const field = (name: string) => record.at(-1)!.children.find(({ element }) => element.name === name);
  const leaf = (nodes: (SchemaTree | undefined)[], utf8: boolean): Leaf => ({
    schemaPath: [schema, ...nodes.filter((node) => node !== undefined)],
    utf8,
  });
  const labels = columns.filter(({ element }) => LABEL_TYPES.includes(element.type ?? ""));
  const named = labels.filter(({ element }) => known[element.name]?._type === "ClassLabel");
  const label = pick(
    named.length > 0 ? named : labels.filter(({ element }) => LABEL_NAMES.includes(element.name)),
    LABEL_NAMES,
  );
  return {
    image: leaf([...record, field("bytes")], false),
    path: field("path") ? leaf([...record, field("path")], true) : null,
    label: label && leaf([label], true),
    classNames: (label && (known[label.element.name]?.names ?? (isBoolean(label) ? ["false", "true"] : null))) || [],
    isList,
    isText: label?.element.type === "BYTE_ARRAY",
  };
}

function isBoolean({ element }: SchemaTree): boolean {
  return element.type === "BOOLEAN";
}

/** What a list is made of; the column itself where it is none. */
function elementOf(column: SchemaTree): SchemaTree {
  return (column.element.converted_type === "LIST" ? column.children[0]?.children[0] : null) ?? column;
}

function holdsImages({ element, children }: SchemaTree): boolean {
  const bytes = children.find((child) => child.element.name === "bytes");
  if ([element, bytes?.element].some((part) => part?.repetition_type === "REPEATED")) return false;
  // Texts of that name are paths.
  const isText = element.converted_type === "UTF8" || element.logical_type?.type === "STRING";
  const isImageByName = IMAGE_NAMES.includes(element.name) && element.type === "BYTE_ARRAY" && !isText;
  return bytes ? bytes.element.type === "BYTE_ARRAY" : isImageByName;
}

/** The column whose name comes first in the list, else the first column. */
function pick(columns: SchemaTree[], order: string[]): SchemaTree | null {
  const first = order.find((name) => columns.some(({ element }) => element.name === name));
  return columns.find(({ element }) => element.name === first) ?? columns[0] ?? null;
}

/** Names of the classes of columns that are numbered, where the file says them. */
export function classNamesIn({ metadata }: Pick<ParquetFile, "metadata">): Map<string, string[]> {
  const classes = Object.entries(readFeatures(metadata)).filter(([, { _type: type }]) => type === "ClassLabel");
  return new Map(classes.flatMap(([name, { names }]): [string, string[]][] => (names ? [[name, names]] : [])));
}

function readFeatures({ key_value_metadata: entries }: FileMetaData): Record<string, z.output<typeof feature>> {
  const text = entries?.find(({ key }) => key === "huggingface")?.value;
  if (!text) return {};
  try {
    const all = Object.entries(features.parse(JSON.parse(text)).info.features);
    // Lists of features, and what later versions write, say nothing about classes.
    return Object.fromEntries(all.map(([name, about]) => [name, feature.safeParse(about).data ?? {}]));
  } catch {
    // Names of classes are welcome, not needed.
    return {};
  }
}
