import type { DatasetSummary } from "../../data/types";
import type { Said } from "../../i18n/message";
import type { Environment } from "../../record/environment";

/** What was found in the data that a lab is to be run on, before it is run. */
export interface DataSurvey {
  /** Tells of which data it is. */
  key: string;
  /** Share that is read, 0..1; null before anything is known of it. */
  share: number | null;
  /** Null while the data is read, and where that failed. */
  found: SurveyFinding | null;
  failure: Said | null;
}

export interface SurveyFinding {
  dataset: DatasetSummary;
  environment: Environment;
  /** Multiply-accumulates per millisecond of what the lab would train first; null where that was not timed. */
  speed: number | null;
}
