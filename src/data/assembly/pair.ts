import { DataError } from "../types";

/** An array of samples or of labels, as a file brings it. */
export interface Piece {
  /** Of the file, with the name of the array where it holds several. */
  name: string;
  kind: "images" | "features" | "labels";
  count: number;
  /** Of a sample; empty for labels. */
  shape: number[];
}

/** Samples and, if they are there, their labels. */
export interface Pair<P extends Piece> {
  samples: P;
  labels: P | null;
}

/** `test` is null where there is only one array of samples. */
export interface Pairs<P extends Piece> {
  train: Pair<P>;
  test: Pair<P> | null;
}

type Part = "train" | "test" | null;

/**
 * Finds out which arrays belong together, whatever their order: the part (train or t10k/test) is read from the name.
 *
 * @param pieces one at least
 * @throws DataError when they do not make up one data set
 */
export function pairPieces<P extends Piece>(pieces: P[]): Pairs<P> {
  const samples = pieces.filter(({ kind }) => kind !== "labels");
  const labels = pieces.filter(({ kind }) => kind === "labels");
  const [first, second] = samples;
  if (!first)
    throw new DataError(
      `${listed(labels)} holds labels only: pick the file of the images that they belong to as well.`,
    );
  if (samples.length > 2)
    throw new DataError(
      `${samples.length} ${singular(first)} files were picked (${listed(samples)}): at most two, training and test, are read.`,
    );
  const sets = second ? twoPairs(first, second, labels) : { train: onePair(first, labels), test: null };
  checkShapes(sets);
  return sets;
}

function onePair<P extends Piece>(samples: P, labels: P[]): Pair<P> {
  const parts = [partOf(samples), ...labels.map(partOf)];
  const clash = parts.includes("train") && parts.includes("test");
  if (labels.length > 1 || clash)
    throw new DataError(
      `${listed(labels)} and ${samples.name} do not go together: one label file per ${singular(samples)} file is read.`,
    );
  return paired(samples, labels[0] ?? null);
}

function twoPairs<P extends Piece>(first: P, second: P, labels: P[]): Pairs<P> {
  const [train, test] = partOf(first) === "test" ? [second, first] : [first, second];
  if (partOf(train) !== "train" || partOf(test) !== "test")
    throw new DataError(
      `${listed([first, second])} both hold ${nounOf(first)}: to tell them apart, one name must contain "train" and the other "t10k" or "test".`,
    );
  return { train: paired(train, labelsFor("train", labels)), test: paired(test, labelsFor("test", labels)) };
}

/** The labels of one of two parts. */
function labelsFor<P extends Piece>(part: Part, labels: P[]): P | null {
  const astray = labels.find((piece) => partOf(piece) === null);
  if (astray)
    throw new DataError(
      `${astray.name} holds labels, of which images? Its name must contain "train", or "t10k" or "test".`,
    );
  const candidates = labels.filter((piece) => partOf(piece) === part);
  if (candidates.length > 1)
    throw new DataError(`${listed(candidates)} both hold labels of the same images: pick one.`);
  return candidates[0] ?? null;
}

function paired<P extends Piece>(samples: P, labels: P | null): Pair<P> {
  if (labels && labels.count !== samples.count)
    throw new DataError(
      `${labels.name} holds ${labels.count} labels, ${samples.name} holds ${samples.count} ${nounOf(samples)}: the numbers must be equal.`,
    );
  return { samples, labels };
}

function checkShapes<P extends Piece>({ train, test }: Pairs<P>): void {
  if (!test) return;
  const [one, other] = [train.samples, test.samples];
  if (one.kind === other.kind && String(one.shape) === String(other.shape)) return;
  const unit = one.kind === "images" ? "pixels" : "numbers";
  throw new DataError(
    `${one.name} holds ${nounOf(one)} of ${one.shape.join(" x ")} ${unit}, ${other.name} of ${other.shape.join(" x ")}: they must be equal.`,
  );
}

/** Which part a name speaks of, if any. */
export function partOf({ name }: Pick<Piece, "name">): Part {
  if (/t10k|test/i.test(name)) return "test";
  return /train/i.test(name) ? "train" : null;
}

function nounOf({ kind }: Piece): string {
  return kind === "features" ? "samples" : kind;
}

function singular({ kind }: Piece): string {
  return kind === "features" ? "sample" : "image";
}

function listed(pieces: Piece[]): string {
  return pieces.map(({ name }) => name).join(" and ");
}
