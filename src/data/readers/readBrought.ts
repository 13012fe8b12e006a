import { say } from "../../i18n/message";
import { unpack } from "../archives/unpack";
import { assemble } from "../assembly/assemble";
import type { DataWish, LabeledSets } from "../assembly/labeled";
import { DataError, WrongFormatError } from "../errors";
import { misread } from "../interpretation/misread";
import { outlineOfChoices } from "../interpretation/outline";
import { Counter } from "../report/counter";
import type { LeftFile, Tally } from "../report/report";
import { texts as reportTexts } from "../report/texts";
import type { Dataset, LoadTools, PickedFile } from "../types";
import { READERS } from ".";
import { texts } from "./errors";
import { foreignDocument } from "./foreign";
import { assertFew } from "./pickedFiles";
import { recognize, whatIsRead } from "./recognize";
import type { Reader, ReaderWish } from "./types";

/** Why samples are left out that might train. */
const UNLABELED: readonly string[] = [reportTexts.left.noClass.id, reportTexts.left.unlabeledPart.id];

/**
 * Reads files of whatever format, packed or not, and makes a data set of them that follows from the arguments alone.
 *
 * @param readers the formats that are known
 * @throws DataError naming the file that is wrong, what was found and what is allowed
 */
export async function readBrought(
  picked: PickedFile[],
  options: DataWish & { id: string; name: string },
  seed: number,
  tools: LoadTools,
  readers: readonly Reader[] = READERS,
): Promise<Dataset> {
  assertFew(picked.length);
  const title = picked.length === 1 ? picked[0]!.file.name : undefined;
  const sets = await readFiles(picked, { ...options, seed, ...(title && { title }) }, tools, readers);
  tools.signal?.throwIfAborted();
  try {
    return assemble(sets, { ...options, title: options.name || (title ?? sets.train.name) }, seed);
  } catch (error) {
    throw misread(error, sets.outline);
  }
}

/** A reader that finds something else than its format knows nothing of the others: they are named here. */
async function readFiles(
  picked: PickedFile[],
  wish: ReaderWish,
  tools: LoadTools,
  readers: readonly Reader[],
): Promise<LabeledSets> {
  const unpacked = await unpack(picked, {
    zip: (name) => foreignDocument(name) !== null || readers.some((reader) => reader.unpacks?.zip?.(name)),
    gzip: (content, path) => readers.some((reader) => reader.unpacks?.gzip?.(content, path)),
  });
  if (unpacked.files.length === 0) throw nothingReadable(picked[0]!.file.name, unpacked.left);
  const { reader, files, left } = await recognize(unpacked.files, readers, wish.title);
  try {
    const read = await reader.read(files, wish, tools);
    const sets = { ...read, outline: withUnlabeled(read) };
    const tally = filesTally(files, [...unpacked.left, ...left], sets.report?.unused);
    return { ...sets, report: { ...sets.report, sources: [tally, ...(sets.report?.sources ?? [])] } };
  } catch (error) {
    throw error instanceof WrongFormatError ? error.with(whatIsRead(readers)) : error;
  }
}

/** Where samples without labels lie beside labeled ones, it is open whether they train. */
function withUnlabeled({ bank, report, outline }: LabeledSets): LabeledSets["outline"] {
  const tallies = [...(report?.sources ?? []), ...(report?.samples ? [report.samples] : [])];
  const left = [...tallies.flatMap((tally) => tally.left), ...(report?.unused ?? [])];
  const isLeft = left.some(({ why }) => UNLABELED.includes(why.id));
  if (!bank && !isLeft) return outline;
  const { choices, ...rest } = outline ?? outlineOfChoices({});
  return { ...rest, choices: { ...choices, unlabeled: bank ? "train" : "leaveOut" } };
}

/** @param unused those of the files that the reader made no use of */
function filesTally(files: readonly PickedFile[], left: readonly LeftFile[], unused: readonly LeftFile[] = []): Tally {
  const counter = new Counter("files").take(files.length);
  for (const { path, why } of left) counter.leave(why, path);
  for (const { path, why } of unused) counter.drop(why, path);
  return counter.tally;
}

function nothingReadable(name: string, left: readonly LeftFile[]): DataError {
  const [reason] = filesTally([], left).left;
  if (!reason) return new DataError(say(texts.emptyArchive, { name }));
  const { count, why } = reason;
  return new DataError(
    left.length === 1 && reason.names[0] === name
      ? say(texts.isForeign, { name, why })
      : say(texts.noneReadable, { name, count, why }),
  );
}
