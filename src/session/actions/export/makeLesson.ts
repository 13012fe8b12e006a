import { IconSchool } from "@tabler/icons-react";
import type { Action } from "../action";
import { inRace } from "../conditions";

/** The experiment with a task, as a link for who is to learn from it; the lesson that is open is edited. */
export const makeLesson: Action = {
  icon: IconSchool,
  label: "Make a lesson\u2026",
  menu: "export",
  enabled: inRace(({ draftErrors }) => draftErrors.length === 0),
  run: ({ toggleDialog }) => toggleDialog("lesson"),
};
