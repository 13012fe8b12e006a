import type { ExperimentConfig } from "../config/schema";
import type { Dataset } from "../data/types";
import type { RunChange } from "../record/changes";
import type { Environment } from "../record/environment";
import type { TrainerEvent } from "../record/events";
import type { Cohort } from "./cohort";
import type { StateDict } from "./stateDict/types";

/** What a trainer is made of, and whom it tells. */
export interface TrainerOptions {
  config: ExperimentConfig;
  dataset: Dataset;
  environment: Environment;
  /** Called with every event, in order. */
  emit: (event: TrainerEvent) => void;
  /** Whether to take the snapshots that the page's views show. */
  views: boolean;
  /** Lets messages be handled during a long measurement, which one of them may call off. */
  yieldToEventLoop?: () => Promise<void>;
  /** Changes at the steps that they say; those up to the step that is gone on from are made already. */
  changes?: readonly RunChange[] | undefined;
  /** Nobody has asked for it yet: it is refused where it is large. */
  isUnasked?: boolean | undefined;
  /** Where to go on from, instead of from the beginning; it stays the caller's. */
  resumeFrom?: StateDict | undefined;
}

/** What can be looked at between two steps. */
export interface Inspected {
  cohort: Cohort;
  /** As it is trained and evaluated on: with a validation split in place of the test split, where the config says so. */
  dataset: Dataset;
  /** As it was loaded. */
  loaded: Dataset;
  step: number;
}
