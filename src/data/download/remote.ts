import { assemble } from "../assembly/assemble";
import type { DataWish } from "../assembly/labelled";
import { loadOwn } from "../readers/own";
import { readParquetSources } from "../readers/parquet";
import { picked } from "../readers/picked";
import { DataError, type Dataset, type LoadTools } from "../types";
import { fileName, isAllowed } from "./fetchData";
import { fetchOnce, keptFile } from "./kept";
import { PUBLIC_SETS, type PublicSet, type PublicSetId } from "./publicSets";
import { remoteParquet } from "./remoteParquet";

export interface UrlOptions extends DataWish {
  id: "url";
  /** `https:`, or `http://localhost`; any format that is read from files. */
  url: string;
}

export interface PublicOptions extends DataWish {
  id: "public";
  set: PublicSetId;
}

/** Of the time that a download takes together with the reading of what came. */
const DOWNLOAD_SHARE = 0.7;
/** Of the download of a published set that its training file is, about. */
const TRAIN_SHARE = 0.8;

/**
 * Fetches a data set from an address. Of Parquet files only what is needed is fetched, where the server sends stretches.
 *
 * @throws DataError for people; the signal's reason when called off
 */
export async function loadUrl(options: UrlOptions, seed: number, tools: LoadTools): Promise<Dataset> {
  const { url } = options;
  if (url === "") throw new DataError("There is no address to fetch data from: enter one, beginning with https://.");
  if (!isAllowed(url))
    throw new DataError(`"${url}" is no address of data: it must begin with https:// (or http://localhost).`);
  const isParquet = /\.parquet$/i.test(fileName(url));
  const source = isParquet && !(await keptFile(url, tools.store)) ? await remoteParquet(url, tools.signal) : null;
  if (source) {
    const sets = await readParquetSources([source], { ...options, seed }, tools);
    return assemble(sets, { ...options, title: source.name }, seed);
  }
  const [downloading, reading] = twoStages(tools);
  const file = await fetchOnce(url, downloading);
  return loadOwn(picked([file]), { ...options, name: file.name }, seed, reading);
}

/**
 * Loads a published data set, whole, so that it is there the next time without a network.
 *
 * @throws DataError for people; the signal's reason when called off
 */
export async function loadPublic(options: PublicOptions, seed: number, tools: LoadTools): Promise<Dataset> {
  const set: PublicSet = PUBLIC_SETS[options.set];
  const [downloading, reading] = twoStages(tools);
  const [train, test] = [
    await fetchOnce(set.train.url, part(downloading, 0, TRAIN_SHARE)),
    await fetchOnce(set.test.url, part(downloading, TRAIN_SHARE, 1)),
  ];
  return loadOwn(picked([train, test]), { ...options, name: set.title }, seed, reading);
}

/** Tools whose progress runs over a part of the whole. */
function part(tools: LoadTools, from: number, to: number): LoadTools {
  return { ...tools, onProgress: (share) => tools.onProgress?.(from + share * (to - from)) };
}

function twoStages(tools: LoadTools): [downloading: LoadTools, reading: LoadTools] {
  return [part(tools, 0, DOWNLOAD_SHARE), part(tools, DOWNLOAD_SHARE, 1)];
}
