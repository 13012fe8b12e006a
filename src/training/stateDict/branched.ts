import { type FreshParts, freshParts } from "../../config/branch";
import { changedConfig } from "../../config/liveChanges";
import type { ExperimentConfig } from "../../config/schema";
import { configAfter, type RunChange } from "../../record/changes";
import type { StateDict } from "./types";

/** How a training begins: with what experiment, and what of the state that it goes on from is of no use to it. */
export interface Beginning {
  /** What the learners are built for. */
  config: ExperimentConfig;
  /** Those that are to be made once they are due. */
  changes: RunChange[];
  /** Null where all of the state is gone on with. */
  fresh: FreshParts | null;
}

/**
 * The beginning of a run. A branch is built for the settings that it has from its checkpoint on.
 * @param config as the run began
 * @param step of the state that is gone on from; undefined for a run from its beginning
 * @throws PlaygroundError where a branch is yet to come that only a checkpoint can make
 */
export function beginningOf(
  config: ExperimentConfig,
  changes: readonly RunChange[],
  step: number | undefined,
): Beginning {
  const made = step === undefined ? [] : changes.filter((change) => change.step <= step);
  const last = made.findLastIndex(({ branch }) => branch);
  const others = [...made.slice(last + 1), ...changes.filter((change) => !made.includes(change))];
  const built = configAfter(config, made.slice(0, last + 1));
  if (others.some(({ branch }) => branch)) others.reduce((before, { patch }) => changedConfig(before, patch), built);
  const here = made.findIndex((change) => change.branch && change.step === step);
  const fresh = here < 0 ? null : freshParts(configAfter(config, made.slice(0, here)), built);
  return { config: built, changes: others, fresh };
}

/** Whether a tensor of a state is of those that begin anew. */
export function freshTensors(fresh: FreshParts | null): (name: string) => boolean {
  if (!fresh) return () => false;
  return (name) => {
    if (name.startsWith("optimizer.")) return fresh.optimizer;
    if (name.endsWith(".loss.learned")) return fresh.learned;
    if (name.endsWith(".temperature_factor")) return fresh.controllers;
    if (name === "carried.stop.best" || name === "carried.stop.stale") return fresh.stopping;
    const arm = /^carried\.arm(\d+)\.seed\d+\.memory$/.exec(name)?.[1];
    return arm !== undefined && fresh.memories[Number(arm)] === true;
  };
}

/** A state without what begins anew. */
export function withoutFresh({ step, tensors }: StateDict, isFresh: (name: string) => boolean): StateDict {
  return { step, tensors: new Map([...tensors].filter(([name]) => !isFresh(name))) };
}
