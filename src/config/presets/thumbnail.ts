import type { MetricId } from "../../metrics";
import type { ExperimentConfig } from "../schema";

/**
 * What a preset's own chart showed when it was last measured, with few points: its picture in the gallery of presets. Made by
 * `npm run presets:thumbnails` from whole runs, and never by hand.
 */
export interface Thumbnail {
  preset: string;
  /** Fingerprint of the preset's settings that were run (scripts/thumbnails/fingerprint.ts). */
  settings: string;
  /** Day of the run, as in 2026-03-05. */
  date: string;
  backend: Exclude<ExperimentConfig["backend"], "auto">;
  adapter: string;
  /** Time of the whole run there. */
  durationMs: number;
  metric: MetricId;
  steps: number[];
  /** In the order of the preset's arms. */
  arms: ThumbnailLine[];
}

/** One arm at those steps: mean over its seeds, and the least and the greatest of them; null where nothing was measured. */
export interface ThumbnailLine {
  mean: (number | null)[];
  low: (number | null)[];
  high: (number | null)[];
}
