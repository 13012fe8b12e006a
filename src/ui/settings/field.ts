import type { ExperimentConfig } from "../../config/schema";

/** What the control of a field looks like; type and bounds come from the schema. */
export interface Control {
  path: string;
  /**
   * `stops`: slider over round numbers 1, 2, 3, 5, 7 of every power of ten; `powers`: over powers of two; `slider`: even
   * steps; `number`: typed only; `choice`: one of the schema's options; `switch`: on or off.
   */
  control: "stops" | "powers" | "slider" | "number" | "choice" | "switch";
  /** Smallest difference between two values of an even slider. */
  step?: number;
  /** Part of the schema's range that the slider spans; typing reaches the rest. */
  span?: [number, number];
  /** TeX, where it says more than words. */
  formula?: string;
}

/** What a field is called, and what it means, in words that can be understood without the paper. */
export interface Texts {
  label: string;
  tooltip: string;
}

/** A row of the settings panel: one field of the config, with its texts and its control. */
export interface Field extends Control, Texts {
  /** What it is called away from its row, where the label alone would not say. */
  name?: string;
  /** Key of its texts, where its path is no key: two rows of one field, or one text for many fields. */
  wording?: string;
  /** Names of the options of a choice. */
  options?: Record<string, string>;
  /** Tucked away until asked for. */
  advanced?: boolean;
  /** What it comes to at the other settings, below the tooltip. */
  note?: (config: ExperimentConfig) => string;
  visible?: (config: ExperimentConfig) => boolean;
}

/** A part of the settings panel. */
export interface Section {
  label: string;
  /** Unfolded when the page is opened. */
  open?: boolean;
  rows: readonly Field[];
}
