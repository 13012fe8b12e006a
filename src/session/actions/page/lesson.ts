import { IconDoorExit, IconSchool } from "@tabler/icons-react";
import * as lesson from "../../lesson/changes";
import type { Action } from "../action";
import { inRace } from "../conditions";

/** Between a lesson and the whole page. A frame has no room for the whole page. */

export const leaveLesson: Action = {
  icon: IconDoorExit,
  label: "Leave the lesson",
  menu: "page",
  enabled: inRace(({ lesson, embed }) => lesson.shown !== null && !embed.on),
  run: ({ playground }) => lesson.leaveLesson(playground),
};

export const returnToLesson: Action = {
  icon: IconSchool,
  label: "Back to the lesson",
  enabled: ({ lesson }) => lesson.left !== null,
  run: ({ playground }) => lesson.returnToLesson(playground),
};
