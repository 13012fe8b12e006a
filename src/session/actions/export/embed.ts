import { IconFrame } from "@tabler/icons-react";
import type { Action } from "../action";
import { inRace } from "../conditions";

/** The experiment as a frame of somebody else's page: makes the text that goes into it. */
export const embed: Action = {
  icon: IconFrame,
  label: "Embed this",
  menu: "export",
  enabled: inRace(({ draftErrors }) => draftErrors.length === 0),
  run: ({ toggleDialog }) => toggleDialog("embed"),
};
