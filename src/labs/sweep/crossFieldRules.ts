import { getIn, setIn } from "../../config/paths";
import { type ConfigError, type ExperimentConfig, experimentSchema } from "../../config/schema";
import { axisValue, SWITCH_VALUES } from "./axisValue";

/** What of a sweep's config is looked at here. */
interface SweepShape {
  base: ExperimentConfig;
  x: Axis;
  y: Axis;
  rates: { rule: string };
  armA: number;
  armB: number;
}

interface Axis {
  path: string;
  values: (number | string)[];
}

/** Settings that cannot be an axis, and why. */
const FIXED: Record<string, string> = {
  arms: "every cell has all arms",
  seeds: "every cell has the same seeds, so that cells can be compared",
  backend: "the whole sweep runs on one backend",
  "dataset.id": "kinds of data have settings of their own; run a sweep for each",
};

/** What no single field of a sweep can see. What makes no sense in single cells is reported by these cells instead. */
export function contradictionsOf(config: SweepShape): ConfigError[] {
  return [
    ...ofAxis("x", config.x, config.base),
    ...ofAxis("y", config.y, config.base),
    ...(config.x.path === config.y.path ? [{ path: "y.path", message: "must be another setting than x.path" }] : []),
    ...ofData(config),
    ...ofArms(config),
    ...ofRates(config),
  ];
}

function ofAxis(name: "x" | "y", { path, values }: Axis, base: ExperimentConfig): ConfigError[] {
  const reason = Object.hasOwn(FIXED, path) ? FIXED[path] : undefined;
  if (reason) return [{ path: `${name}.path`, message: `cannot be ${path}: ${reason}` }];
  if (!isField(path, axisValue(base, path, values[0]), base))
    return [{ path: `${name}.path`, message: `must be a setting of the experiment, such as batchSize, not "${path}"` }];
  if (typeof getIn(base, path) === "boolean" && values.some((value) => !SWITCH_VALUES.includes(String(value))))
    return [{ path: `${name}.values`, message: "must be true or false" }];
  if (new Set(values).size < values.length) return [{ path: `${name}.values`, message: "must differ from each other" }];
  return [];
}

/** Whether an experiment has such a field, which takes one value; that it allows this one is for the cells to say. */
function isField(path: string, value: unknown, base: ExperimentConfig): boolean {
  if (typeof getIn(base, path) === "object") return false;
  const parsed = experimentSchema.safeParse(setIn(base, path, value));
  const issues = parsed.error?.issues ?? [];
  return !issues.some(({ code, path: at }) => code === "unrecognized_keys" || at.length < path.split(".").length);
}

function ofData({ base }: SweepShape): ConfigError[] {
  if (base.dataset.id !== "files") return [];
  return [
    {
      path: "base.dataset.id",
      message: "cannot be files: a sweep goes on after a reload, when they are gone; give an address, or other data",
    },
  ];
}

function ofArms({ base: { arms }, armA, armB }: SweepShape): ConfigError[] {
  if (arms.length < 2) return [{ path: "base.arms", message: "must be at least two, to be compared" }];
  const outside = ([name, index]: [string, number]) =>
    index < arms.length ? [] : [{ path: name, message: `must be below ${arms.length}, the number of arms` }];
  const errors = [...outside(["armA", armA]), ...outside(["armB", armB])];
  return armA === armB ? [...errors, { path: "armB", message: "must be another arm than armA" }] : errors;
}

function ofRates({ base, rates, x, y }: SweepShape): ConfigError[] {
  const isSwept = x.path === "optimizer.id" || y.path === "optimizer.id";
  if (rates.rule !== "matched" || base.optimizer.id === "sgd" || isSwept) return [];
  return [
    {
      path: "rates.rule",
      message: `matched needs base.optimizer.id sgd: ${base.optimizer.id} divides a gradient by its own size`,
    },
  ];
}
