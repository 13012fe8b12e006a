import { z } from "../data/zod";

/**
 * What a registered thing (an encoder, an augmentation) can be set by, said once and in its own file: the schema, the panel's
 * rows and the words are all made of this.
 */

/** What the control of a field looks like; type and bounds come from the schema. */
export interface SettingControl {
  /**
   * `stops`: slider over round numbers 1, 2, 3, 5, 7 of every power of ten; `powers`: over powers of two; `slider`: even
   * steps; `number`: typed only; `choice`: one of the schema's options; `switch`: on or off.
   */
  control: "stops" | "powers" | "slider" | "number" | "choice" | "switch";
  /** Smallest difference between two values of an even slider. */
  step?: number;
  /** Part of the schema's range that the slider spans; typing reaches the rest. */
  span?: readonly [number, number];
  /** TeX, where it says more than words. */
  formula?: string;
}

/** What a field is called, and what it means, in words that can be understood without the paper. */
export interface SettingTexts {
  label: string;
  tooltip: string;
  /** What it is called away from its row, where the label alone would not say. */
  name?: string;
  /** Key of its texts, where one text serves many fields. */
  wording?: string;
  /** Names of the options of a choice. */
  options?: Readonly<Record<string, string>>;
}

export interface Setting<S extends z.ZodType = z.ZodType> extends SettingControl, SettingTexts {
  schema: S;
}

export type Settings = Readonly<Record<string, Setting>>;

/** What a config has where these are set. */
export type SettingValues<T extends Settings> = { [K in keyof T]: z.output<T[K]["schema"]> };

/** The same as zod's shape. */
export type SettingShape<T extends Settings> = { [K in keyof T]: T[K]["schema"] };

/** The schemas of settings, in their order. */
export function shapeOf<T extends Settings>(settings: T): SettingShape<T> {
  const entries = Object.entries(settings).map(([name, { schema }]) => [name, schema]);
  return Object.fromEntries(entries) as SettingShape<T>;
}

/** A share or a probability. */
export const unitInterval = z.number().min(0).max(1);
