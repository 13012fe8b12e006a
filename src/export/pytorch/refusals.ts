import type { ExperimentConfig } from "../../config/schema";
import { PlaygroundError } from "../../i18n/errors";
import { formatList } from "../../i18n/format";
import { type Said, say } from "../../i18n/message";
import { translate } from "../../i18n/translate";
import type { ExportedSamples } from "../../training/exportedSamples";
import { texts } from "./errors";
import { publishedSet } from "./published";

const MEGABYTE = 2 ** 20;

/** What of an experiment the script cannot do. */
function refusals(config: ExperimentConfig, samples: ExportedSamples, mostBytes: number): Said[] {
  const size = sizeOf(samples);
  return [
    ...(config.evaluation.fineTune.steps > 0 ? [texts.fineTune] : []),
    ...(size > mostBytes && publishedSet(config) === null
      ? [say(texts.large, { size: Math.ceil(size / MEGABYTE), most: Math.floor(mostBytes / MEGABYTE) })]
      : []),
  ];
}

/** @throws PlaygroundError that names all of it, before anything is written */
export function assertExportable(config: ExperimentConfig, samples: ExportedSamples, mostBytes: number): void {
  const reasons = refusals(config, samples, mostBytes);
  if (reasons.length === 0) return;
  throw new PlaygroundError(say(texts.refused, { reasons: formatList(reasons.map((reason) => translate(reason))) }));
}

/** Bytes of all samples. */
export function sizeOf({ arrays }: ExportedSamples): number {
  return Object.values(arrays).reduce((sum, { values }) => sum + values.byteLength, 0);
}
