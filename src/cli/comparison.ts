import { armLabel } from "../config/arms";
import { describeConfigDiff } from "../config/diff";
import { equal } from "../config/paths";
import { formatList, formatNumber, formatPercent } from "../i18n/format";
import { say, textsOf } from "../i18n/message";
import { translate } from "../i18n/translate";
import { METRIC_IDS, METRICS } from "../metrics";
import { differenceOfRuns, type RunDifference } from "../record/runComparison";
import type { Run } from "../session/run";
import { changeInWords } from "../session/settings/changeInWords";
import { settingName } from "../session/settings/names";
import { suspicionLines } from "./dataLines";
import type { NamedRun } from "./reporting";
import { alignColumns, differenceCell } from "./table";
import { texts } from "./texts";

/** A run beside another, as text: what set them apart, and what came of it. */

/** Places of two arms of one name, in each of the runs. */
interface Twins {
  label: string;
  arms: [number, number];
}

/** What `run` has minus what `other` has, for every metric that both have measured, arm by arm; paired by seed where that is possible. */
export function comparisonTable(run: NamedRun, other: NamedRun): string {
  const names = { name: run.name, other: other.name };
  const head = [translate(say(texts.compared, names)), ...settingsApart(run, other), ...suspicionsOf(run, other)];
  const twins = twinsOf(run.run, other.run);
  if (twins.length === 0) return [...head, translate(say(texts.noTwins, names))].join("\n");
  const rows = METRIC_IDS.flatMap((metric) => {
    const cells = twins.map(({ arms }) => differenceOfRuns(run.run, other.run, metric, arms));
    const measured = cells.filter((cell) => cell !== null);
    if (measured.length === 0) return [];
    const label = translate(textsOf("metrics", METRICS[metric]).label);
    return {
      measured,
      row: [label, ...cells.map((cell) => differenceCell(cell?.difference ?? null, cell?.ci95 ?? null))],
    };
  });
  const [first] = rows.flatMap(({ measured }) => measured);
  if (!first) return [...head, translate(texts.nothingShared)].join("\n");
  const level = formatPercent(0.95, 0);
  const titles = ["", ...twins.map(({ label }) => translate(say(texts.differenceOf, { arm: label, level })))];
  return [...head, alignColumns([titles, ...rows.map(({ row }) => row)]), howCompared(first, run, other)].join("\n");
}

function twinsOf(run: Run, other: Run): Twins[] {
  const labelsOf = ({ config }: Run) => config.arms.map((arm) => translate(armLabel(arm)));
  const others = labelsOf(other);
  return labelsOf(run)
    .map((label, arm): Twins => ({ label, arms: [arm, others.indexOf(label)] }))
    .filter(({ arms }) => arms[1] >= 0);
}

/** `Batch size 32 -> 8`, a line each. */
function settingsApart(run: NamedRun, other: NamedRun): string[] {
  const changes = describeConfigDiff(other.run.config, run.run.config);
  if (changes.length === 0) return [`  ${translate(texts.sameSettings)}`];
  return changes.map((change) => `  ${translate(say(texts.settingApart, changeInWords(change)))}`);
}

/** What of the data of either may make its numbers say less than they seem to; once where it is the same. */
function suspicionsOf(run: NamedRun, other: NamedRun): string[] {
  const [own, others] = [run, other].map(({ run: { dataReport } }) => suspicionLines(dataReport));
  if (equal(own, others)) return own ?? [];
  return [run, other].flatMap(({ name, run: { dataReport } }) => {
    const lines = suspicionLines(dataReport);
    return lines.length > 0 ? [translate(say(texts.dataOf, { name })), ...lines] : [];
  });
}

function howCompared(difference: RunDifference, { run }: NamedRun, { run: other }: NamedRun): string {
  const common = { zero: formatNumber(0), step: run.step, otherStep: other.step };
  if (difference.kind === "paired") return translate(say(texts.paired, { ...common, n: difference.n }));
  const settings = formatList(difference.because.map(settingName));
  return translate(say(texts.unpaired, { ...common, settings, n: difference.n[1], m: difference.n[0] }));
}
