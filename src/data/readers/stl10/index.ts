import { say } from "../../../i18n/message";
import { samplesNeeded } from "../../assembly/assemble";
import { LARGEST_PART, type LabeledSet, type LabeledSets } from "../../assembly/labeled";
import { type Pair, type Piece, pairPieces } from "../../assembly/pair";
import { reasonToTrain } from "../../assembly/unlabeled";
import { DataError } from "../../errors";
import { Counter } from "../../report/counter";
import type { LeftFile } from "../../report/report";
import { texts as reportTexts } from "../../report/texts";
import { heldOutCount, stratifiedOrder } from "../../split";
import type { LoadTools, PickedFile } from "../../types";
import { bytesOf } from "../bytes";
import type { Reader, ReaderWish } from "../types";
import { texts } from "./errors";
import { IMAGE_SHAPE, IMAGE_SIZE, readImages } from "./images";

const NAMES = ["airplane", "bird", "car", "cat", "deer", "dog", "horse", "monkey", "ship", "truck"];

/** STL-10 (A. Coates, H. Lee, A. Ng, 2011), binary version. */
export const stl10: Reader = {
  id: "stl10",
  label: "STL-10 as _X.bin and _y.bin",
  endings: ["_x.bin", "_y.bin"],
  companions: ["fold_indices.txt", "class_names.txt"],
  read: readStl10,
};

interface Stl10Piece extends Piece {
  file: File;
}

/** The files that are read, and what for. */
interface Stl10Parts {
  train: Pair<Stl10Piece>;
  test: Pair<Stl10Piece> | null;
  unlabeled: Stl10Piece | null;
}

/**
 * Reads `train_X.bin`, `test_X.bin` and their labels `_y.bin`, which count from 1. Beside labeled images, those of
 * `unlabeled_X.bin` train, and the labeled ones measure.
 *
 * @throws DataError naming the file, what was found and what was expected
 */
async function readStl10(files: PickedFile[], wish: ReaderWish, tools: LoadTools): Promise<LabeledSets> {
  const isUnlabeled = ({ file }: PickedFile) => /unlabell?ed/i.test(file.name) && files.length > 1;
  const { train, test } = pairPieces(files.filter((one) => !isUnlabeled(one)).map(pieceOf));
  const [bare] = files.filter(isUnlabeled);
  const unlabeled = bare ? pieceOf(bare) : null;
  const counts = { part: "unlabeled", count: unlabeled?.count ?? 0, labeled: train.labels ? train.samples.count : 0 };
  const reason = reasonToTrain(counts, wish.interpretation);
  const taken = { train, test, unlabeled: reason && unlabeled };
  const sets = await readParts(taken, wish, tools);
  const why = say(reportTexts.left.unlabeledPart, { part: "unlabeled" });
  const unused = files.filter((one) => isUnlabeled(one) && !(reason && one === bare));
  const report = { unused: unused.map(({ path }): LeftFile => ({ path, why })), samples: countOf(taken, sets) };
  if (!sets.unlabeled || !reason) return { train: sets.train, test: sets.test, report };
  return { train: sets.unlabeled, bank: { ...sets.train, reason }, test: sets.test, report };
}

type ReadParts = Record<keyof Stl10Parts, LabeledSet | null> & { train: LabeledSet };

async function readParts(
  { train, test, unlabeled }: Stl10Parts,
  wish: ReaderWish,
  tools: LoadTools,
): Promise<ReadParts> {
  const all = [train, test, unlabeled && { samples: unlabeled, labels: null }];
  const limits = [test ? wish.samples : samplesNeeded(wish.samples), heldOutCount(wish.samples), wish.samples];
  const wanted = all.map((pair, i) => Math.min(pair?.samples.count ?? 0, limits[i]!));
  const total = wanted.reduce((sum, count) => sum + count, 0);
  const sets: (LabeledSet | null)[] = [];
  let done = 0;
  for (const [i, pair] of all.entries()) {
    const onProgress = (share: number) => tools.onProgress?.((done + share * wanted[i]!) / total);
    sets.push(pair && (await readPart(pair, wanted[i]!, wish, { ...tools, onProgress })));
    done += wanted[i]!;
  }
  const [first, second = null, third = null] = sets;
  return { train: first!, test: second, unlabeled: third };
}

function countOf({ train, test, unlabeled }: Stl10Parts, sets: ReadParts) {
  const found = [train.samples, test?.samples, unlabeled].reduce((sum, piece) => sum + (piece?.count ?? 0), 0);
  const taken = [sets.train, sets.test, sets.unlabeled].reduce((sum, set) => sum + (set?.count ?? 0), 0);
  return new Counter("images").take(taken).leave(reportTexts.left.notNeeded, [], found - taken).tally;
}

function pieceOf({ file }: PickedFile): Stl10Piece {
  const { name, size } = file;
  if (/_y\.bin$/i.test(name)) return { file, name, kind: "labels", count: size, shape: [] };
  if (size === 0 || size % IMAGE_SIZE !== 0)
    throw new DataError(say(texts.wrongSize, { name, size, record: IMAGE_SIZE }));
  return { file, name, kind: "images", count: size / IMAGE_SIZE, shape: IMAGE_SHAPE };
}

/** At most `limit` images, the classes in their proportions. */
async function readPart(
  { samples, labels }: Pair<Stl10Piece>,
  limit: number,
  wish: ReaderWish,
  tools: LoadTools,
): Promise<LabeledSet> {
  const classes = labels && (await labelsOf(labels));
  const chosen = stratifiedOrder(classes, samples.count, wish.seed).slice(0, limit).sort();
  return {
    name: samples.name,
    ...(await readImages(samples.file, chosen, wish, tools)),
    labels: classes && Uint8Array.from(chosen, (place) => classes[place]!),
    classNames: NAMES,
  };
}

async function labelsOf({ file, name }: Stl10Piece): Promise<Uint8Array> {
  if (file.size > LARGEST_PART) throw new DataError(say(texts.tooLarge, { name, size: file.size, most: LARGEST_PART }));
  const labels = await bytesOf(file, name);
  const wrong = labels.find((label) => !(label >= 1 && label <= NAMES.length));
  if (wrong !== undefined) throw new DataError(say(texts.wrongLabel, { name, label: wrong, most: NAMES.length }));
  return labels.map((label) => label - 1);
}
