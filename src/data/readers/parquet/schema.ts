import { type FileMetaData, parquetSchema, type SchemaTree } from "hyparquet";
import { say } from "../../../i18n/message";
import { DataError } from "../../errors";
import { z } from "../../zod";
import { texts } from "./errors";

/** Where values lie: the names on the way to them, and how many of those fields may be missing. */
export interface Column {
  path: string[];
  levels: number;
}

/** The columns of a data set of images. */
export interface ImageColumns {
  /** Encoded images: a column, or the field "bytes" of a struct. */
  image: Column;
  /** Null without labels. */
  label: Column | null;
  /** Empty where the file does not name its classes. */
  classNames: string[];
  /** Whether labels are texts. */
  isText: boolean;
}

const IMAGE_NAMES = ["image", "img", "picture", "pixel_values"];
/** In this order: CIFAR-100 has a coarse and a fine label. */
const LABEL_NAMES = ["label", "fine_label", "labels", "class", "target", "y"];

/** Numbers, yes or no, texts. */
const LABEL_TYPES = ["INT64", "INT32", "BOOLEAN", "BYTE_ARRAY"];

/** What `datasets` of Hugging Face writes beside the schema: for each column its feature. */
const features = z.object({ info: z.object({ features: z.record(z.string(), z.unknown()) }) });

/** Of a feature, what says that it is a class. */
const feature = z.object({ _type: z.string().optional(), names: z.array(z.string()).optional() });

/**
 * Finds images and labels in the schema of a file as Hugging Face publishes data sets.
 *
 * @throws DataError when there is no column of encoded images
 */
export function imageColumns(metadata: FileMetaData, name: string): ImageColumns {
  const columns = parquetSchema(metadata).children;
  const image = pick(columns.filter(holdsImages), IMAGE_NAMES);
  const known = readFeatures(metadata);
  if (!image)
    throw new DataError(say(texts.noImages, { name, columns: columns.map(({ element }) => element.name).join(", ") }));
  const labels = columns.filter(({ element }) => LABEL_TYPES.includes(element.type ?? ""));
  const named = labels.filter(({ element }) => known[element.name]?._type === "ClassLabel");
  const label = pick(
    named.length > 0 ? named : labels.filter(({ element }) => LABEL_NAMES.includes(element.name)),
    LABEL_NAMES,
  );
  return {
    image: columnOf([image, ...image.children.filter(({ element }) => element.name === "bytes")]),
    label: label && columnOf([label]),
    classNames: (label && (known[label.element.name]?.names ?? (isBoolean(label) ? ["false", "true"] : null))) || [],
    isText: label?.element.type === "BYTE_ARRAY",
  };
}

function isBoolean({ element }: SchemaTree): boolean {
  return element.type === "BOOLEAN";
}

function columnOf(nodes: SchemaTree[]): Column {
  return {
    path: nodes.map(({ element }) => element.name),
    levels: nodes.filter(({ element }) => element.repetition_type === "OPTIONAL").length,
  };
}

function holdsImages({ element, children }: SchemaTree): boolean {
  const bytes = children.find((child) => child.element.name === "bytes");
  if ([element, bytes?.element].some((part) => part?.repetition_type === "REPEATED")) return false;
  const isImageByName = IMAGE_NAMES.includes(element.name) && element.type === "BYTE_ARRAY";
  return bytes ? bytes.element.type === "BYTE_ARRAY" : isImageByName;
}

/** The column whose name comes first in the list, else the first column. */
function pick(columns: SchemaTree[], order: string[]): SchemaTree | null {
  const first = order.find((name) => columns.some(({ element }) => element.name === name));
  return columns.find(({ element }) => element.name === first) ?? columns[0] ?? null;
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
