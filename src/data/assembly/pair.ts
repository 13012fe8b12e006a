import { say, type TextValue } from "../../i18n/message";
import { DataError } from "../errors";
import { texts } from "./errors";

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
  if (!first) throw new DataError(say(texts.labelsOnly, { names: listed(labels) }));
  if (samples.length > 2)
    throw new DataError(say(texts.tooManySets, { count: samples.length, kind: first.kind, names: listed(samples) }));
  const sets = second ? twoPairs(first, second, labels) : { train: onePair(first, labels), test: null };
  checkShapes(sets);
  return sets;
}

function onePair<P extends Piece>(samples: P, labels: P[]): Pair<P> {
  const parts = [partOf(samples), ...labels.map(partOf)];
  const clash = parts.includes("train") && parts.includes("test");
  if (labels.length > 1 || clash)
    throw new DataError(say(texts.clash, { names: listed(labels), name: samples.name, kind: samples.kind }));
  return paired(samples, labels[0] ?? null);
}

function twoPairs<P extends Piece>(first: P, second: P, labels: P[]): Pairs<P> {
  const [train, test] = partOf(first) === "test" ? [second, first] : [first, second];
  if (partOf(train) !== "train" || partOf(test) !== "test")
    throw new DataError(say(texts.whichIsWhich, { names: listed([first, second]), kind: first.kind }));
  return { train: paired(train, labelsFor("train", labels)), test: paired(test, labelsFor("test", labels)) };
}

/** The labels of one of two parts. */
function labelsFor<P extends Piece>(part: Part, labels: P[]): P | null {
  const astray = labels.find((piece) => partOf(piece) === null);
  if (astray) throw new DataError(say(texts.whoseLabels, { name: astray.name }));
  const candidates = labels.filter((piece) => partOf(piece) === part);
  if (candidates.length > 1) throw new DataError(say(texts.labelsTwice, { names: listed(candidates) }));
  return candidates[0] ?? null;
}

/** @throws DataError when there are more labels, or fewer */
export function paired<P extends Piece>(samples: P, labels: P | null): Pair<P> {
  if (labels && labels.count !== samples.count)
    throw new DataError(
      say(texts.unequalCounts, {
        name: labels.name,
        count: labels.count,
        samplesName: samples.name,
        samplesCount: samples.count,
        kind: samples.kind,
      }),
    );
  return { samples, labels };
}

/** @throws DataError when training and test samples are not alike */
export function checkShapes<P extends Piece>({ train, test }: Pairs<P>): void {
  if (!test) return;
  const [one, other] = [train.samples, test.samples];
  if (one.kind === other.kind && String(one.shape) === String(other.shape)) return;
  throw new DataError(
    say(texts.unequalShapes, {
      name: one.name,
      kind: one.kind,
      shape: one.shape.join(" x "),
      otherName: other.name,
      otherShape: other.shape.join(" x "),
    }),
  );
}

/** Which part a name speaks of, if any. */
export function partOf({ name }: Pick<Piece, "name">): Part {
  if (/t10k|test/i.test(name)) return "test";
  return /train/i.test(name) ? "train" : null;
}

function listed(pieces: Piece[]): TextValue {
  return pieces.map(({ name }): TextValue => name).reduce((first, other) => say(texts.and, { first, other }));
}
