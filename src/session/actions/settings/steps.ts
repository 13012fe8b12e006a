import { IconArrowBackUp, IconArrowForwardUp } from "@tabler/icons-react";
import { textsOf } from "../../../i18n/message";
import type { Action } from "../action";
import { inRace } from "../conditions";

/** Of each action, by its id. */
export const MESSAGES = { undo: { done: "Undone: {what}" }, redo: { done: "Redone: {what}" } };

interface Face extends Pick<Action, "icon" | "label" | "shortcut" | "otherShortcut"> {
  /** The steps that it can take. */
  steps: "past" | "future";
}

/** Goes a step through the changes of the settings; in a text field, the field's own undo comes first. */
function stepThrough(id: keyof typeof MESSAGES, { steps, ...face }: Face): Action {
  const messages = MESSAGES[id];
  const { done } = textsOf("actions", { messages }, id).messages;
  return {
    ...face,
    repeats: true,
    messages,
    enabled: inRace(({ settingsSteps, removed }) => settingsSteps[steps] > 0 && removed === null),
    run: ({ playground, inWords, announce }) => {
      const move = playground.settingsHistory[id]();
      if (move) announce({ ...done, args: { what: inWords(move) } });
    },
  };
}

export const undo: Action = stepThrough("undo", {
  icon: IconArrowBackUp,
  label: "Undo the last change of the settings",
  shortcut: "Mod+z",
  steps: "past",
});

export const redo: Action = stepThrough("redo", {
  icon: IconArrowForwardUp,
  label: "Redo it",
  shortcut: "Mod+Shift+z",
  otherShortcut: "Mod+y",
  steps: "future",
});
