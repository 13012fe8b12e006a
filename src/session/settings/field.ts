import type { ExperimentConfig } from "../../config/schema";
import type { SettingControl, SettingTexts } from "../../settings/setting";

/** A control and the field that it is for. */
export interface Control extends SettingControl {
  path: string;
}

/** A row of the settings panel: one field of the config, with its texts and its control. */
export interface Field extends Control, SettingTexts {
  /** Key of its texts, where its path is no key: two rows of one field, or one text for many fields. */
  wording?: string;
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
