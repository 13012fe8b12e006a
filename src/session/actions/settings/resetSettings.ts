import { IconRestore } from "@tabler/icons-react";
import { describeConfigDiff } from "../../../config/diff";
import { presetConfig } from "../../../config/presets";
import type { Action } from "../action";
import { hasAllSettings } from "../conditions";

/** All settings as the preset has them, or the defaults without one; like every change it can be taken back. */
export const resetSettings: Action = {
  icon: IconRestore,
  label: "Reset all settings to the preset",
  enabled: (state) => {
    const { draft, presetId } = state;
    const original = { ...presetConfig(presetId), backend: draft.backend };
    return hasAllSettings(state) && describeConfigDiff(original, draft).length > 0;
  },
  run: ({ playground }) => playground.edit((draft) => draft.reset()),
};
