import { DataError } from "../../types";
import { SUPPORTED } from "./header";
import type { IdxFile } from "./read";

/** Images and, if they were picked too, their labels. */
export interface LabelledImages {
  images: IdxFile;
  labels: IdxFile | null;
}

/** `test` is null where only one set of images was picked. */
export interface IdxSets {
  train: LabelledImages;
  test: LabelledImages | null;
}

type Part = "train" | "test" | null;

/**
 * Finds out which files belong together, whatever their order: the kind of a file is read from its header, the part
 * (train or t10k/test) from its name.
 *
 * @throws DataError when the files do not make up one data set
 */
export function pairFiles(files: IdxFile[]): IdxSets {
  const images = files.filter(({ header }) => header.kind === "images");
  const labels = files.filter(({ header }) => header.kind === "labels");
  if (files.length === 0) throw new DataError(`No file was picked. ${SUPPORTED}`);
  if (images.length === 0)
    throw new DataError(
      `${listed(labels)} holds labels only: pick the file of the images that they belong to as well.`,
    );
  if (images.length > 2)
    throw new DataError(
      `${images.length} image files were picked (${listed(images)}): at most two, training and test, are read.`,
    );
  const [first, second] = images as [IdxFile, IdxFile | undefined];
  const sets = second ? twoSets(first, second, labels) : { train: oneSet(first, labels), test: null };
  checkSides(sets);
  return sets;
}

function oneSet(images: IdxFile, labels: IdxFile[]): LabelledImages {
  const parts = [partOf(images), ...labels.map(partOf)];
  const clash = parts.includes("train") && parts.includes("test");
  if (labels.length > 1 || clash)
    throw new DataError(
      `${listed(labels)} and ${images.name} do not go together: one label file per image file is read.`,
    );
  return paired(images, labels[0] ?? null);
}

function twoSets(first: IdxFile, second: IdxFile, labels: IdxFile[]): IdxSets {
  const [train, test] = partOf(first) === "test" ? [second, first] : [first, second];
  if (partOf(train) !== "train" || partOf(test) !== "test")
    throw new DataError(
      `${listed([first, second])} both hold images: to tell them apart, one name must contain "train" and the other "t10k" or "test".`,
    );
  return { train: paired(train, labelsFor("train", labels)), test: paired(test, labelsFor("test", labels)) };
}

/** The label file of one of two parts. */
function labelsFor(part: Part, labels: IdxFile[]): IdxFile | null {
  const astray = labels.find((file) => partOf(file) === null);
  if (astray)
    throw new DataError(
      `${astray.name} holds labels, of which images? Its name must contain "train", or "t10k" or "test".`,
    );
  const candidates = labels.filter((file) => partOf(file) === part);
  if (candidates.length > 1)
    throw new DataError(`${listed(candidates)} both hold labels of the same images: pick one.`);
  return candidates[0] ?? null;
}

function paired(images: IdxFile, labels: IdxFile | null): LabelledImages {
  if (labels && labels.header.count !== images.header.count)
    throw new DataError(
      `${labels.name} holds ${labels.header.count} labels, ${images.name} holds ${images.header.count} images: the numbers must be equal.`,
    );
  return { images, labels };
}

function checkSides({ train, test }: IdxSets): void {
  if (!test) return;
  const sides = ({ images: { header } }: LabelledImages) => `${header.height} x ${header.width}`;
  if (sides(train) !== sides(test))
    throw new DataError(
      `${train.images.name} holds images of ${sides(train)} pixels, ${test.images.name} of ${sides(test)}: they must be equal.`,
    );
}

function partOf({ name }: IdxFile): Part {
  if (/t10k|test/i.test(name)) return "test";
  return /train/i.test(name) ? "train" : null;
}

function listed(files: IdxFile[]): string {
  return files.map(({ name }) => name).join(" and ");
}
