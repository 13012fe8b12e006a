import { type Said, say } from "../../../i18n/message";
import { texts as pairTexts } from "../../assembly/errors";
import { checkShapes, type Pair, type Pairs, paired } from "../../assembly/pair";
import { DataError } from "../../errors";
import { areViews, type Part, partIn, sideIn } from "../../interpretation/names";
import type { Interpretation, Role } from "../../interpretation/schema";
import { texts } from "./errors";
import { likeliestLabels } from "./labels";
import type { Aside, NumpyPiece } from "./pieces";
import { type SaidRoles, saidRoles, sideBySide } from "./roles";
import { isSplit } from "./split";

/** Samples with all that belongs to them. */
export interface ArrayPair extends Pair<NumpyPiece> {
  /** The second view of each sample. */
  second: NumpyPiece | null;
  /** Which part of the data each sample is of, in words. */
  split: NumpyPiece | null;
}

/** Which arrays are taken, as what, and which are not. */
export interface ArrangedArrays extends Pairs<NumpyPiece> {
  train: ArrayPair;
  test: ArrayPair | null;
  /** Samples without labels, by the name of their array, of the form of the others. */
  unlabeled: NumpyPiece | null;
  aside: Aside[];
}

type Leave = (pieces: readonly NumpyPiece[], why: Said) => void;

/**
 * Finds out which arrays belong together: the part (train, test, validation, unlabeled) is read from the names of the arrays or
 * of their files, what is samples, views and labels from axes, numbers and names, unless it is said.
 *
 * @param others arrays that are left aside anyway
 * @throws DataError when they make up no data set, or what was said names arrays that are not there
 */
export function arrangeArrays(
  all: readonly NumpyPiece[],
  others: readonly string[],
  wish: Interpretation,
): ArrangedArrays {
  const roles = saidRoles(all, others, wish);
  const isLeft = (piece: NumpyPiece) => roles.of(piece) === "ignore" || roles.of(piece) === "identifier";
  const aside: Aside[] = [];
  const leave: Leave = (pieces, why) => aside.push(...pieces.map(({ array }) => ({ name: array.title, why })));
  leave(all.filter(isLeft), texts.left.said);
  const pieces = all.filter((piece) => !isLeft(piece));
  const parts = partsOf(pieces);
  if (!hasSamples(parts.test) && hasSamples(parts.validation))
    [parts.test, parts.validation] = [parts.validation, parts.test];
  leave(parts.validation, texts.left.validation);
  if (!hasSamples(parts.train) && hasSamples(parts.test)) [parts.train, parts.test] = [parts.test, parts.train];
  if (!hasSamples(parts.train)) [parts.train, parts.unlabeled] = [[...parts.train, ...parts.unlabeled], []];
  if (parts.train.length === 0) throw labelsOnly(all);
  const pairOf = (some: NumpyPiece[]) => onePair(some, { roles, mayBeViews: wish.tables !== "rows", leave });
  const sets = { train: pairOf(parts.train), test: hasSamples(parts.test) ? pairOf(parts.test) : null };
  if (!sets.test) leave(parts.test, texts.left.noSamples);
  checkShapes(sets);
  if (sets.test && (sets.train.second === null) !== (sets.test.second === null))
    throw new DataError(say(texts.unequalParts, { name: sets.train.samples.name, other: sets.test.samples.name }));
  const unlabeled = parts.unlabeled.find((piece) => isAlike(piece, sets.train)) ?? null;
  leave(
    parts.unlabeled.filter((piece) => piece !== unlabeled),
    texts.left.otherSamples,
  );
  return { ...sets, unlabeled, aside };
}

function hasSamples(pieces: readonly NumpyPiece[]): boolean {
  return pieces.some(({ kind }) => kind !== "labels");
}

/** By the names of files and arrays; by those of arrays alone where the file that holds all of them is called unlabeled. */
function partsOf(pieces: readonly NumpyPiece[]): Record<Part, NumpyPiece[]> {
  const byName = pieces.map(({ name }) => partIn(name));
  const isAll = byName.every((part) => part === "unlabeled");
  const parts = isAll ? pieces.map(({ array }) => partIn(array.title)) : byName;
  const of = (wanted: Part) => pieces.filter((_, i) => (parts[i] ?? "train") === wanted);
  return { train: of("train"), test: of("test"), validation: of("validation"), unlabeled: of("unlabeled") };
}

/** Whether samples can train in the place of others. Of those in pairs, none without a pair can. */
function isAlike(one: NumpyPiece, { samples, second }: ArrayPair): boolean {
  const isSame = one.kind === samples.kind && one.areRows === samples.areRows;
  return isSame && second === null && String(one.shape) === String(samples.shape);
}

interface Choice {
  roles: SaidRoles;
  mayBeViews: boolean;
  leave: Leave;
}

function onePair(pieces: readonly NumpyPiece[], { roles, mayBeViews, leave }: Choice): ArrayPair {
  const said = (role: Role) => pieces.filter((piece) => roles.of(piece) === role);
  const [viewA, viewB] = [said("viewA"), said("viewB")];
  const split = said("split")[0] ?? pieces.find((piece) => roles.of(piece) === null && isSplit(piece)) ?? null;
  const open = pieces.filter((piece) => roles.of(piece) === null && piece !== split);
  const candidates = open.filter(({ kind }) => kind !== "labels");
  const own = open.filter(({ kind }) => kind === "labels");
  const features = viewA.length + viewB.length > 0 ? viewA : said("feature");
  const guessed = features.length + viewB.length > 0 ? null : likeliestSamples(candidates);
  const twin = guessed && mayBeViews ? twinOf(guessed, candidates) : null;
  const [samples, second] = guessed
    ? inOrder(guessed, twin)
    : [sideBySide(features, viewB.length > 0), sideBySide(viewB, true)];
  if (!samples) throw labelsOnly(pieces);
  const labels = said("label")[0] ?? likeliestOf(own, samples);
  const isTaken = (piece: NumpyPiece) => piece === samples || piece === second || piece === labels;
  leave(
    candidates.filter((piece) => !isTaken(piece)),
    texts.left.otherSamples,
  );
  leave(
    own.filter((piece) => !isTaken(piece)),
    texts.left.noLabels,
  );
  if (second) assertTwins(samples, second);
  if (split) assertEqualCounts(samples, split);
  return { ...paired(samples, labels), second, split };
}

function labelsOnly(pieces: readonly NumpyPiece[]): DataError {
  return new DataError(say(pairTexts.labelsOnly, { names: pieces.map(({ name }) => name).join(", ") }));
}

function likeliestOf(labels: readonly NumpyPiece[], { count }: NumpyPiece): NumpyPiece | null {
  const fitting = labels.filter((piece) => piece.count === count);
  return likeliestLabels(fitting.length > 0 ? fitting : labels);
}

/** The other view of the same samples, by name and shape. */
function twinOf(samples: NumpyPiece, candidates: readonly NumpyPiece[]): NumpyPiece | null {
  const isTwin = (other: NumpyPiece) =>
    other !== samples &&
    other.kind === "features" &&
    samples.kind === "features" &&
    String(other.array.shape) === String(samples.array.shape) &&
    areViews(other.array.title, samples.array.title);
  return candidates.find(isTwin) ?? null;
}

function inOrder(one: NumpyPiece, other: NumpyPiece | null): [NumpyPiece, NumpyPiece | null] {
  return other && other.array.title < one.array.title ? [other, one] : [one, other];
}

function assertTwins(one: NumpyPiece, other: NumpyPiece): void {
  assertEqualCounts(one, other);
  if (String(one.shape) === String(other.shape)) return;
  throw new DataError(
    say(texts.unequalViews, { name: one.name, shape: one.shape[0]!, other: other.name, otherShape: other.shape[0]! }),
  );
}

function assertEqualCounts(samples: NumpyPiece, { name, count }: NumpyPiece): void {
  if (count === samples.count) return;
  throw new DataError(
    say(texts.unequalArrays, { name, count, samplesName: samples.name, samplesCount: samples.count }),
  );
}

/** Images before features, what is called samples before the rest, many before few. */
function likeliestSamples(pieces: readonly NumpyPiece[]): NumpyPiece | null {
  const rank = ({ kind, array }: NumpyPiece) =>
    2 * Number(sideIn(array.title) === "samples") + Number(kind === "images");
  const [best = null] = [...pieces].sort((one, other) => rank(other) - rank(one) || other.count - one.count);
  return best;
}
