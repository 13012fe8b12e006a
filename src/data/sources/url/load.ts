import { say } from "../../../i18n/message";
import { assemble } from "../../assembly/assemble";
import type { DataWish, LabeledSets } from "../../assembly/labeled";
import { fileName } from "../../download/fetchData";
import { fetchOnce, storedFile } from "../../download/kept";
import { isAllowed } from "../../download/request";
import { twoStages } from "../../download/stages";
import { DataError } from "../../errors";
import { READERS } from "../../readers";
import { hasEnding, picked } from "../../readers/pickedFiles";
import { readBrought } from "../../readers/readBrought";
import type { Dataset, LoadTools } from "../../types";
import type { UrlOptions } from ".";
import { texts } from "./errors";

/**
 * Fetches a data set from an address. Of formats that can be read in parts only what is needed is fetched, where the server
 * sends stretches.
 *
 * @throws DataError for people; the signal's reason when called off
 */
export async function loadUrl(options: UrlOptions, seed: number, tools: LoadTools): Promise<Dataset> {
  const { url } = options;
  if (url === "") throw new DataError(texts.missing);
  if (!isAllowed(url)) throw new DataError(say(texts.notAllowed, { url }));
  const sets = await readInParts(url, { ...options, seed }, tools);
  if (sets) return assemble(sets, { ...options, title: fileName(url) }, seed);
  const [downloading, reading] = twoStages(tools);
  const file = await fetchOnce(url, downloading);
  return readBrought(picked([file]), { ...options, name: file.name }, seed, reading);
}

/** Null where the file is kept on the device, or has to be fetched whole. */
async function readInParts(
  url: string,
  wish: DataWish & { seed: number },
  tools: LoadTools,
): Promise<LabeledSets | null> {
  const remote = READERS.map((reader) => reader.remote).find(
    (candidate) => candidate && hasEnding(fileName(url), candidate.endings),
  );
  if (!remote || (await storedFile(url, tools.store))) return null;
  return remote.read(url, wish, tools);
}
