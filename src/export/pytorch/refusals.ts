import type { ExperimentConfig } from "../../config/schema";
import { PlaygroundError } from "../../i18n/errors";
import { formatList } from "../../i18n/format";
import { type Said, say } from "../../i18n/message";
import { translate } from "../../i18n/translate";
import type { ExportedSamples } from "../../training/exportedSamples";
import { texts } from "./errors";
import { lineCount, MOST_LINES } from "./script";

const MEGABYTE = 2 ** 20;

/** What of an experiment the script cannot do. */
function refusals(config: ExperimentConfig, samples: ExportedSamples, mostBytes: number): Said[] {
  const { optimizer, stop, evaluation } = config;
  const rules = (["patience", "target", "minutes"] as const).filter((rule) => stop[rule] > 0);
  const size = sizeOf(samples);
  return [
    ...(optimizer.matchGradientNorm ? [texts.matched] : []),
    ...rules.map((rule) => say(texts.stop, { rule })),
    ...(evaluation.fineTune.steps > 0 ? [texts.fineTune] : []),
    ...(size > mostBytes
      ? [say(texts.large, { size: Math.ceil(size / MEGABYTE), most: Math.floor(mostBytes / MEGABYTE) })]
      : []),
  ];
}

/** @throws PlaygroundError that names all of it, before anything is written */
export function assertExportable(config: ExperimentConfig, samples: ExportedSamples, mostBytes: number): void {
  throwWhere(refusals(config, samples, mostBytes));
}

/** @throws PlaygroundError */
export function assertReadable(script: string): void {
  const lines = lineCount(script);
  throwWhere(lines > MOST_LINES ? [say(texts.long, { lines, most: MOST_LINES })] : []);
}

function throwWhere(reasons: readonly Said[]): void {
  if (reasons.length === 0) return;
  throw new PlaygroundError(say(texts.refused, { reasons: formatList(reasons.map((reason) => translate(reason))) }));
}

/** Bytes of all samples. */
function sizeOf({ arrays }: ExportedSamples): number {
  return Object.values(arrays).reduce((sum, { values }) => sum + values.byteLength, 0);
}
