import { findPreset } from "../../../config/presets";
import { textsOf } from "../../../i18n/message";
import { translate } from "../../../i18n/translate";
import { texts } from "../texts";

/** What an experiment is called: its preset, or that its settings are the user's own. */
export function presetTitle(presetId: string | null): string {
  const preset = findPreset(presetId);
  return translate(preset ? textsOf("presets", preset).title : texts.presets.custom);
}
