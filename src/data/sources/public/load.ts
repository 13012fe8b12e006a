import { fetchOnce } from "../../download/kept";
import { stage, twoStages } from "../../download/stages";
import { picked } from "../../readers/pickedFiles";
import { readBrought } from "../../readers/readBrought";
import type { Dataset, LoadTools } from "../../types";
import type { PublicOptions } from ".";
import { PUBLIC_SETS, type PublicSet } from "./sets";

/** Of the download of a published set that its training file is, about. */
const TRAIN_SHARE = 0.8;

/**
 * Loads a published data set, whole, so that it is there the next time without a network.
 *
 * @throws DataError for people; the signal's reason when called off
 */
export async function loadPublic(options: PublicOptions, seed: number, tools: LoadTools): Promise<Dataset> {
  const set: PublicSet = PUBLIC_SETS[options.set];
  const [downloading, reading] = twoStages(tools);
  const [train, test] = [
    await fetchOnce(set.train.url, stage(downloading, 0, TRAIN_SHARE)),
    await fetchOnce(set.test.url, stage(downloading, TRAIN_SHARE, 1)),
  ];
  return readBrought(picked([train, test]), { ...options, name: set.title }, seed, reading);
}
