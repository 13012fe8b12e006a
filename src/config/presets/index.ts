import { defaults, parseConfig } from "../parse";
import type { ExperimentConfig } from "../schema";
import { batchSizes } from "./batchSizes";
import { circle } from "./circle";
import { eightBit } from "./eightBit";
import { essController } from "./essController";
import { learnedTemperature } from "./learnedTemperature";
import { lowTemperature } from "./lowTemperature";
import { ownLoss } from "./ownLoss";
import { points } from "./points";
import type { Preset } from "./preset";
import { queue } from "./queue";
import { tinyBatch } from "./tinyBatch";
import { vanish } from "./vanish";
import { warm } from "./warm";

/** The presets, in the order of their menu. To add one: a file here, and its line. */
const ALL = [
  vanish,
  points,
  circle,
  ownLoss,
  lowTemperature,
  eightBit,
  tinyBatch,
  batchSizes,
  warm,
  learnedTemperature,
  queue,
  essController,
] as const;
export const PRESETS: readonly Preset[] = ALL;

export type PresetText = "title" | "summary" | "question" | "expected" | "refuted";
type AnyPreset = (typeof ALL)[number];
type TwistTexts<P> = P extends { twist: object } ? { twist: { label: string } } : unknown;

/** Shown first on a GPU. */
export const DEFAULT_PRESET = vanish.id;
/** Shown first where the training runs on a CPU. */
export const LIGHT_PRESET = points.id;

/** The preset with this id; undefined where there is none. */
export function findPreset(id: string | null | undefined): Preset | undefined {
  return PRESETS.find((preset) => preset.id === id);
}

/** The complete config of a preset; the defaults for null. */
export function presetConfig(id: string | null): ExperimentConfig {
  const result = parseConfig(findPreset(id)?.config ?? {});
  return result.ok ? result.config : defaults();
}

declare module "../../i18n/message" {
  interface TextRooms {
    presets: { readonly [P in AnyPreset as P["id"]]: Pick<Preset, PresetText> & TwistTexts<P> };
  }
}
