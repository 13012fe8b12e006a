import { type Said, say } from "../../../i18n/message";
import { texts as pairTexts } from "../../assembly/errors";
import { checkShapes, type Pair, type Pairs, paired } from "../../assembly/pair";
import { DataError } from "../../errors";
import { type Part, partIn, sideIn } from "../../interpretation/names";
import type { Interpretation, Role } from "../../interpretation/schema";
import { texts } from "./errors";
import { likeliestLabels } from "./labels";
import type { Aside, NumpyPiece } from "./pieces";

/** Which arrays are taken, as what, and which are not. */
export interface ArrangedArrays extends Pairs<NumpyPiece> {
  /** Samples without labels, by the name of their array, of the form of the others. */
  unlabeled: NumpyPiece | null;
  aside: Aside[];
}

/**
 * Finds out which arrays belong together: the part (train, test, validation, unlabeled) is read from the names of the arrays or of their
 * files, what is samples and what labels from axes, numbers and names, unless it is said.
 *
 * @throws DataError when they make up no data set, or what was said names arrays that are not there
 */
export function arrangeArrays(all: readonly NumpyPiece[], { columns = [] }: Interpretation): ArrangedArrays {
  const roles = new Map(columns.map(({ name, role }) => [name, role]));
  assertThere(all, roles);
  const roleOf = ({ array }: NumpyPiece) => roles.get(array.title) ?? null;
  const isLeft = (piece: NumpyPiece) => roleOf(piece) === "ignore" || roleOf(piece) === "identifier";
  const aside: Aside[] = [];
  const leave = (pieces: readonly NumpyPiece[], why: Said) =>
    aside.push(...pieces.map(({ array }) => ({ name: array.title, why })));
  leave(all.filter(isLeft), texts.left.said);
  const pieces = all.filter((piece) => !isLeft(piece));
  const parts = partsOf(pieces);
  if (!hasSamples(parts.test) && hasSamples(parts.validation))
    [parts.test, parts.validation] = [parts.validation, parts.test];
  leave(parts.validation, texts.left.validation);
  if (!hasSamples(parts.train) && hasSamples(parts.test)) [parts.train, parts.test] = [parts.test, parts.train];
  if (!hasSamples(parts.train)) [parts.train, parts.unlabeled] = [[...parts.train, ...parts.unlabeled], []];
  const pairOf = (some: NumpyPiece[]) => onePair(some, roleOf, leave);
  const sets = { train: pairOf(parts.train), test: hasSamples(parts.test) ? pairOf(parts.test) : null };
  if (!sets.test) leave(parts.test, texts.left.noSamples);
  checkShapes(sets);
  const unlabeled = parts.unlabeled.find((piece) => isAlike(piece, sets.train.samples)) ?? null;
  leave(
    parts.unlabeled.filter((piece) => piece !== unlabeled),
    texts.left.otherSamples,
  );
  return { ...sets, unlabeled, aside };
}

function hasSamples(pieces: readonly NumpyPiece[]): boolean {
  return pieces.some(({ kind }) => kind !== "labels");
}

type Parts = Record<Part, NumpyPiece[]>;

/** By the names of files and arrays; by those of arrays alone where the file that holds all of them is called unlabeled. */
function partsOf(pieces: readonly NumpyPiece[]): Parts {
  const byName = pieces.map(({ name }) => partIn(name));
  const isAll = byName.every((part) => part === "unlabeled");
  const parts = isAll ? pieces.map(({ array }) => partIn(array.title)) : byName;
  const of = (wanted: Part) => pieces.filter((_, i) => (parts[i] ?? "train") === wanted);
  return { train: of("train"), test: of("test"), validation: of("validation"), unlabeled: of("unlabeled") };
}

function isAlike(one: NumpyPiece, other: NumpyPiece): boolean {
  return one.kind === other.kind && one.areRows === other.areRows && String(one.shape) === String(other.shape);
}

function assertThere(all: readonly NumpyPiece[], roles: ReadonlyMap<string, Role>): void {
  const titles = all.map(({ array }) => array.title);
  for (const name of roles.keys())
    if (!titles.includes(name)) throw new DataError(say(texts.noSuchArray, { name, arrays: titles.join(", ") }));
}

function onePair(
  pieces: readonly NumpyPiece[],
  roleOf: (piece: NumpyPiece) => Role | null,
  leave: (pieces: readonly NumpyPiece[], why: Said) => void,
): Pair<NumpyPiece> {
  const candidates = pieces.filter(({ kind }) => kind !== "labels");
  const samples = candidates.find((piece) => roleOf(piece) === "feature") ?? likeliestSamples(candidates);
  const own = pieces.filter(({ kind }) => kind === "labels");
  if (!samples) throw new DataError(say(pairTexts.labelsOnly, { names: own.map(({ name }) => name).join(", ") }));
  const fitting = own.filter(({ count }) => count === samples.count);
  const said = own.find((piece) => roleOf(piece) === "label");
  const labels = said ?? likeliestLabels(fitting.length > 0 ? fitting : own);
  leave(
    candidates.filter((piece) => piece !== samples),
    texts.left.otherSamples,
  );
  leave(
    own.filter((piece) => piece !== labels),
    texts.left.noLabels,
  );
  return paired(samples, labels);
}

/** Images before features, what is called samples before the rest, many before few. */
function likeliestSamples(pieces: readonly NumpyPiece[]): NumpyPiece | null {
  const rank = ({ kind, array }: NumpyPiece) =>
    2 * Number(sideIn(array.title) === "samples") + Number(kind === "images");
  const [best = null] = [...pieces].sort((one, other) => rank(other) - rank(one) || other.count - one.count);
  return best;
}
