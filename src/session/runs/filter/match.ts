import { defaults } from "../../../config/parse";
import { flatten, getIn } from "../../../config/paths";
import type { ArmConfig } from "../../../config/schema";
import { METRIC_IDS, type MetricId } from "../../../metrics";
import { OPTION_NAMES } from "../../../objectives";
import type { PastRun } from "../../../storage/runs/pastRun";
import type { Condition, Filter, Operator, RunState } from "./filter";

/** Which runs a filter lets through. A field that arms have holds where any arm's value does. */

/** What an arm has of its own; where it has none, the experiment's counts, at the path beside it. */
const OF_ARMS: ReadonlyMap<string, string | null> = new Map([
  ["objective", null],
  ["label", null],
  ["precision", null],
  ["phi", null],
  ...OPTION_NAMES.map((name): [string, null] => [name, null]),
  ["temperature", "temperature"],
  ["learningRate", "optimizer.learningRate"],
  ["temperatureRule", "temperatureRule.id"],
]);

/** Everything that a filter can compare: settings, those of the runs' own kinds of data and encoder among them, and metrics. */
export function filterFields(runs: readonly PastRun[]): string[] {
  const configs = [defaults(), ...runs.map(({ config }) => config)];
  const settings = configs.flatMap((config) => flatten(config).map(([path]) => path));
  return [...new Set([...OF_ARMS.keys(), ...settings.filter((path) => path !== "arms"), ...METRIC_IDS])];
}

export function matches(filter: Filter, run: PastRun): boolean {
  return filter.every((term) => holds(term, run) !== term.negated);
}

function holds(condition: Condition, run: PastRun): boolean {
  switch (condition.kind) {
    case "compare":
      return compares(condition, valuesOf(run, condition.field));
    case "is":
      return isIn(condition.state, run);
    case "tag":
      return run.tags.some((tag) => tag.toLowerCase() === condition.text.toLowerCase());
    case "preset":
      return (run.presetId ?? "").toLowerCase() === condition.text.toLowerCase();
    case "words":
      return wordsOf(run).includes(condition.text.toLowerCase());
  }
}

function isIn(state: RunState, run: PastRun): boolean {
  if (state === "starred") return run.starred;
  return state === "pinned" ? run.pinned : run.ended === state;
}

function wordsOf({ name, note, presetId, tags, config }: PastRun): string {
  const objectives = config.arms.flatMap(({ objective, label = "" }) => [objective, label]);
  return [name, note, presetId ?? "", ...tags, ...objectives, config.dataset.id, config.encoder.id]
    .join(" ")
    .toLowerCase();
}

/** One value of an experiment's setting; of an arm's field or a metric one for each arm. */
function valuesOf({ config, summary }: PastRun, field: string): unknown[] {
  const shared = OF_ARMS.get(field);
  if (shared !== undefined)
    return config.arms.map(
      (arm) => arm[field as keyof ArmConfig] ?? (shared === null ? undefined : getIn(config, shared)),
    );
  if (Object.hasOwn(summary, field)) return (summary[field as MetricId] ?? []).map(({ mean }) => mean);
  return [getIn(config, field)];
}

function compares({ operator, value }: { operator: Operator; value: string }, values: unknown[]): boolean {
  if (operator === "!=") return !compares({ operator: "=", value }, values);
  const number = Number(value);
  return values.some((own) => {
    if (operator === "=" && typeof own !== "number") return String(own ?? "").toLowerCase() === value.toLowerCase();
    return typeof own === "number" && ORDER[operator](own, number);
  });
}

const ORDER: Record<Exclude<Operator, "!=">, (own: number, other: number) => boolean> = {
  "=": (own, other) => own === other,
  "<": (own, other) => own < other,
  ">": (own, other) => own > other,
  "<=": (own, other) => own <= other,
  ">=": (own, other) => own >= other,
};
