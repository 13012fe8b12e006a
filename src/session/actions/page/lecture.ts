import { IconPresentation } from "@tabler/icons-react";
import { textsOf } from "../../../i18n/message";
import type { Action } from "../action";
import { inRace } from "../conditions";

export const MESSAGES = {
  on: "Lecture mode: nothing pauses or turns by itself, and enlarged charts are written large",
  off: "Lecture mode is off",
};
const said = textsOf("actions", { messages: MESSAGES }, "lecture").messages;

/** For who explains the page to a room: whoever speaks decides when something ends. */
export const lecture: Action = {
  icon: IconPresentation,
  label: "Lecture mode, or back",
  shortcut: "l",
  menu: "page",
  messages: MESSAGES,
  enabled: inRace(() => true),
  run: async ({ playground, announce }) => {
    const { view, unasked, run } = playground.state;
    const lecture = !view.lecture;
    playground.setView({ lecture });
    announce(lecture ? said.on : said.off);
    // What the page trains unasked goes on for a room, instead of being paused.
    if (lecture && unasked && run?.state === "running") await playground.play();
  },
};
