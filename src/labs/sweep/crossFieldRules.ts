import { type ConfigError, configError } from "../../config/configError";
import { getIn, setIn } from "../../config/paths";
import { type ExperimentConfig, experimentSchema } from "../../config/schema";
import { type Said, say } from "../../i18n/message";
import { axisValue, SWITCH_VALUES } from "./axisValue";
import { texts } from "./errors";

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
const FIXED: Record<string, Said> = {
  arms: texts.fixedArms,
  seeds: texts.fixedSeeds,
  backend: texts.fixedBackend,
  "dataset.id": texts.fixedData,
};

/** What no single field of a sweep can see. What makes no sense in single cells is reported by these cells instead. */
export function contradictionsOf(config: SweepShape): ConfigError[] {
  return [
    ...ofAxis("x", config.x, config.base),
    ...ofAxis("y", config.y, config.base),
    ...(config.x.path === config.y.path ? [configError("y.path", texts.sameAxis)] : []),
    ...ofData(config),
    ...ofArms(config),
    ...ofRates(config),
  ];
}

function ofAxis(name: "x" | "y", { path, values }: Axis, base: ExperimentConfig): ConfigError[] {
  const reason = Object.hasOwn(FIXED, path) ? FIXED[path] : undefined;
  if (reason) return [configError(`${name}.path`, say(texts.cannotBe, { path, reason }))];
  if (!isField(path, axisValue(base, path, values[0]), base))
    return [configError(`${name}.path`, say(texts.noSetting, { path }))];
  if (typeof getIn(base, path) === "boolean" && values.some((value) => !SWITCH_VALUES.includes(String(value))))
    return [configError(`${name}.values`, texts.trueOrFalse)];
  if (new Set(values).size < values.length) return [configError(`${name}.values`, texts.equalValues)];
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
  return [configError("base.dataset.id", texts.noFiles)];
}

function ofArms({ base: { arms }, armA, armB }: SweepShape): ConfigError[] {
  if (arms.length < 2) return [configError("base.arms", texts.twoArms)];
  const outside = ([name, index]: [string, number]) =>
    index < arms.length ? [] : [configError(name, say(texts.belowArms, { arms: arms.length }))];
  const errors = [...outside(["armA", armA]), ...outside(["armB", armB])];
  return armA === armB ? [...errors, configError("armB", texts.sameArm)] : errors;
}

function ofRates({ base, rates, x, y }: SweepShape): ConfigError[] {
  const isSwept = x.path === "optimizer.id" || y.path === "optimizer.id";
  if (rates.rule !== "matched" || base.optimizer.id === "sgd" || isSwept) return [];
  return [configError("rates.rule", say(texts.matched, { optimizer: base.optimizer.id }))];
}
