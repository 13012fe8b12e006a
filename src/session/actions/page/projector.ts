import { IconPresentation } from "@tabler/icons-react";
import { textsOf } from "../../../i18n/message";
import { leaveRoom } from "../../projector/show";
import type { Action } from "../action";
import { inRace } from "../conditions";

export const MESSAGES = {
  on: "Projector mode: nothing pauses or turns by itself. Page Down goes on, Page Up back, B blanks the screen",
  off: "Projector mode is off",
};
const said = textsOf("actions", { messages: MESSAGES }, "projector").messages;

/** For who explains the page to a room: whoever speaks decides when something ends. */
export const projector: Action = {
  icon: IconPresentation,
  label: "Projector mode, or back",
  shortcut: "l",
  menu: "page",
  messages: MESSAGES,
  enabled: inRace(() => true),
  run: async ({ playground, announce }) => {
    const { view, unasked, run } = playground.state;
    const projector = !view.projector;
    playground.setView({ projector });
    if (!projector) await leaveRoom(playground);
    announce(projector ? said.on : said.off);
    // What the page trains unasked goes on for a room, instead of being paused.
    if (projector && unasked && run?.state === "running") await playground.play();
  },
};
