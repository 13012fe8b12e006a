import { assemble } from "../../../src/data/assembly/assemble";
import { readIdx } from "../../../src/data/readers/idx";
import { picked } from "../../../src/data/readers/pickedFiles";
import type { Dataset } from "../../../src/data/types";
import { refusal as refusalOf } from "../refusal";

/** The data set of some picked files. */
export async function load(files: File[], samples = 60_000, seed = 1): Promise<Dataset> {
  return assemble(await readIdx(picked(files), { samples, seed }, {}), { id: "files", title: "", samples }, seed);
}

/** The words in which some picked files are refused. */
export const refusal = (files: File[]): Promise<string> => refusalOf(load(files));
