import { type Said, say } from "../../i18n/message";
import { fnv1a, NOTHING_HASHED } from "../fnv1a";
import { bankOf } from "../split";
import { classCounts } from "../statistics";
import type { Dataset, Split } from "../types";
import type { Suspicion } from "./report";
import { texts } from "./texts";

const { suspicions } = texts;

/** Samples that are looked at: the first ones, which are a fair choice. */
const COMPARED = 2000;
/** Of so many samples one may be equal to another before it is said. */
const FEW = 20;
/** Pixels are dim where nearly all of them lie within so many levels. */
const LEVELS = 16;
/** Pixels of a thousand that do not count, such as a frame or a mark. */
const OUTLIERS = 1 / 1000;
const MOST_NAMES = 5;

/** What of a data set may make a run say less than it seems to, whatever it was read from. */
export function suspicionsOf(dataset: Dataset): Suspicion[] {
  const { train, test } = dataset;
  const found: [kind: string, said: Said | null][] = [
    ["hardlyVaries", dimness(train)],
    ["alike", likeness(train)],
    ["noTraining", smallClasses(dataset, 0)],
    ["single", smallClasses(dataset, 1)],
    ["testUnlabeled", bankOf(dataset).labels && !test.labels ? suspicions.testUnlabeled : null],
  ];
  return found.flatMap(([kind, said]) => (said ? [{ kind, said }] : []));
}

/** Of images. Features are standardized. */
function dimness({ values, count }: Split): Said | null {
  if (!(values instanceof Uint8Array)) return null;
  const compared = values.subarray(0, (values.length / count) * COMPARED);
  const counts = new Float64Array(256);
  for (let i = 0; i < compared.length; i++) counts[compared[i]!]!++;
  const most = (OUTLIERS / 2) * compared.length;
  const low = firstBeyond(counts, most);
  const high = 255 - firstBeyond(counts.toReversed(), most);
  return high - low < LEVELS ? say(suspicions.hardlyVaries, { low, high }) : null;
}

/** The first level below which there are more than `most` values, itself included. */
function firstBeyond(counts: Float64Array, most: number): number {
  let sum = 0;
  return counts.findIndex((count) => {
    sum += count;
    return sum > most;
  });
}

function likeness({ values, second, count }: Split): Said | null {
  if (second) return null;
  const compared = Math.min(count, COMPARED);
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  const size = bytes.length / count;
  const distinct = new Set<number>();
  for (let i = 0; i < compared; i++) distinct.add(fnv1a(bytes.subarray(i * size, (i + 1) * size), NOTHING_HASHED));
  const equal = compared - distinct.size;
  return equal * FEW > compared ? say(suspicions.alike, { equal, count: compared }) : null;
}

/** Classes of exactly so many samples to learn from. */
function smallClasses(dataset: Dataset, samples: 0 | 1): Said | null {
  const { bank, classNames } = dataset;
  const counts = classCounts(bankOf(dataset), classNames.length) ?? [];
  const small = classNames.filter((_, label) => counts[label] === samples);
  if (small.length === 0) return null;
  const names = small.slice(0, MOST_NAMES).join(", ") + (small.length > MOST_NAMES ? ", \u2026" : "");
  return say(samples === 0 ? suspicions.noTraining : suspicions.single, {
    count: small.length,
    names,
    of: bank ? "bank" : "train",
  });
}
