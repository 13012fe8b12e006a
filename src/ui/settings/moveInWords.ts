import { describeConfigDiff } from "../../config/diff";
import { type Said, say } from "../../i18n/message";
import { changeInWords } from "../../session/settings/changeInWords";
import type { SettingsMove } from "../../session/settingsHistory";
import { presetTitle } from "../race/presets/presetTitle";
import { texts } from "./texts";

/** What became of the settings, in a few words: the one field with both values, the presets, or how many fields. */
export function moveInWords({ from, to }: SettingsMove): Said {
  if (from.presetId !== to.presetId)
    return say(texts.move, { before: presetTitle(from.presetId), after: presetTitle(to.presetId) });
  const changes = describeConfigDiff(from.draft, to.draft);
  const [only] = changes;
  if (only && changes.length === 1) return say(texts.pending.change, changeInWords(only));
  return say(texts.pending.many, { n: changes.length });
}
