import { describe, isMeasured, type Sample } from "../../../record/statistics/describe";
import { type PairedDifference, pairedDifference } from "../../../record/statistics/differences";
import { type Chosen, chosenSettings, scoresAt } from "../choice";
import { readShape } from "../dataIdentity";
import {
  type ArmPlan,
  LOSSES,
  measuredSamples,
  reportOf,
  SETTINGS,
  type Setting,
  SMALLEST,
  seedsOf,
  wantedBatch,
} from "../recipe";
import type { AdviceConfig, AdviceRow, Aim } from "../schema";
import { type Judged, sharesToCommonAccuracy } from "../score";
import { isComplete, latestRows, rowsOfArm } from "../summary";

/** What was measured, reduced to what an answer can be read from. */

/** Both losses at one setting, on the validation samples. */
export interface Cell extends Setting {
  learningRate: number | null;
  infoNce: number | null;
  flatNce: number | null;
  /** FlatNCE minus InfoNCE. */
  difference: PairedDifference;
  /** InfoNCE's vanishing factor at the end. */
  f: number | null;
}

/** Both losses, each at its own setting, on the test samples. */
export interface Report {
  /** How much better FlatNCE is: in accuracy, or in the share of the run that it saves. */
  main: PairedDifference;
  /** The same of FlatNCE at InfoNCE's setting; null where that is FlatNCE's own. */
  swapped: PairedDifference | null;
  /** Mean accuracies, or mean shares of the run, over the seeds that both have. */
  infoNce: number | null;
  flatNce: number | null;
  /** InfoNCE's vanishing factor at the end. */
  f: number | null;
  /** By how much the better loss's accuracy exceeds that of the encoders before training; null where it was not measured. */
  learned: number | null;
}

/** What was trained, and on what. */
interface Scope {
  batch: { wanted: number; tested: number };
  steps: number;
  seeds: number;
  choiceSeeds: number;
  trainSamples: number;
  /** That were measured on. */
  testSamples: number;
}

export interface Facts {
  aim: Aim;
  smallest: number;
  scope: Scope | null;
  /** By temperature and then by rate. */
  cells: Cell[];
  /** Null before all settings were tried. */
  chosen: Chosen | null;
  /** Null before it was measured. */
  report: Report | null;
}

/** @param all the rows so far, in the order in which they came */
export function factsOf(advice: AdviceConfig, all: readonly AdviceRow[]): Facts {
  const rows = latestRows(all);
  const settings = chosenSettings(advice, rows);
  const chosen = settings === "stopped" ? null : settings;
  return {
    aim: advice.aim,
    smallest: SMALLEST[advice.aim],
    scope: scopeOf(advice, rows),
    cells: SETTINGS.map((setting) => cellOf(advice, rows, setting)),
    chosen,
    report: chosen && isComplete(advice, rows, reportOf(chosen)) ? reportFrom(advice, rows, chosen) : null,
  };
}

function scopeOf(advice: AdviceConfig, rows: readonly AdviceRow[]): Scope | null {
  const [first] = rows;
  if (!first) return null;
  const { batchSize, steps, trainSamples } = first;
  const testSamples = measuredSamples(advice, { shape: readShape(first.shape), trainSamples }, first.testSamples);
  const batch = { wanted: wantedBatch(advice), tested: batchSize };
  const choiceSeeds = seedsOf(advice, "choice").seeds;
  return { batch, steps, seeds: advice.seeds, choiceSeeds, trainSamples, testSamples };
}

function cellOf(advice: AdviceConfig, rows: readonly AdviceRow[], setting: Setting): Cell {
  const [infoNce, flatNce] = LOSSES.map((loss) => scoresAt(advice, rows, loss, setting));
  const [first, second] = completePairs(infoNce ?? [], flatNce ?? []);
  const own = rowsOfArm(rows, "choice", { arm: "infoNce", ...setting });
  return {
    ...setting,
    learningRate: own[0]?.learningRate ?? null,
    infoNce: describe(first).mean,
    flatNce: describe(second).mean,
    difference: pairedDifference(first, second),
    f: meanFactor(own),
  };
}

function reportFrom(advice: AdviceConfig, rows: readonly AdviceRow[], chosen: Chosen): Report {
  const { arms } = reportOf(chosen);
  const learners = (id: ArmPlan["arm"]) => {
    const plan = arms.find(({ arm }) => arm === id);
    return plan ? rowsOfArm(rows, "report", plan) : [];
  };
  const [infoNce, flatNce, swapped] = [learners("infoNce"), learners("flatNce"), learners("swapped")];
  const [first, second] = completePairs(...judged(advice.aim, infoNce, flatNce));
  return {
    main: gain(advice.aim, infoNce, flatNce),
    swapped: swapped.length > 0 ? gain(advice.aim, infoNce, swapped) : null,
    infoNce: describe(first).mean,
    flatNce: describe(second).mean,
    f: meanFactor(infoNce),
    learned: learnedBy([infoNce, flatNce]),
  };
}

/** What two arms are compared by, seed by seed. */
function judged(aim: Aim, a: readonly AdviceRow[], b: readonly AdviceRow[]): [Sample, Sample] {
  if (aim !== "steps") return [a.map((row) => accuracyOf(aim, row)), b.map((row) => accuracyOf(aim, row))];
  const shares = a.map((row, i) => (b[i] ? sharesToCommonAccuracy(row, b[i]) : null));
  return [shares.map((pair) => pair?.[0] ?? null), shares.map((pair) => pair?.[1] ?? null)];
}

/** Both samples at the seeds that both have: so their means differ by the mean difference. */
function completePairs(first: Sample, second: Sample): [Sample, Sample] {
  const isWhole = (_: unknown, seed: number) => isMeasured(first[seed]) && isMeasured(second[seed]);
  return [first.filter(isWhole), second.filter(isWhole)];
}

/** How much better the second is: larger in accuracy, or smaller in the share of the run. */
function gain(aim: Aim, a: readonly AdviceRow[], b: readonly AdviceRow[]): PairedDifference {
  const [first, second] = judged(aim, a, b);
  return aim === "steps" ? pairedDifference(second, first) : pairedDifference(first, second);
}

function accuracyOf(aim: Exclude<Aim, "steps">, { stoppedAt, probeAccuracy, knnAccuracy }: Judged): number | null {
  if (stoppedAt !== null) return null;
  return aim === "knn" ? knnAccuracy : probeAccuracy;
}

function meanFactor(rows: readonly AdviceRow[]): number | null {
  return describe(rows.map(({ vanishingFactor }) => vanishingFactor)).mean;
}

function learnedBy(arms: readonly AdviceRow[][]): number | null {
  const gains = arms.flatMap((rows) => {
    const ends = describe(rows.map(({ probeAccuracy }) => probeAccuracy)).mean;
    const starts = describe(
      rows.map(({ curves }) => curves.probeAccuracy?.[curves.step?.indexOf(0) ?? -1] ?? null),
    ).mean;
    return ends === null || starts === null ? [] : [ends - starts];
  });
  return gains.length === 0 ? null : Math.max(...gains);
}
