import { IconMaximize } from "@tabler/icons-react";
import { textsOf } from "../../../i18n/message";
import type { Action } from "../action";
import { always } from "../conditions";

export const MESSAGES = { refused: "This browser does not show the page in full screen." };
const said = textsOf("actions", { messages: MESSAGES }, "fullScreen").messages;

/** For a projector: the page without the browser around it, and back. */
export const fullScreen: Action = {
  icon: IconMaximize,
  label: "Full screen, or back",
  shortcut: "f",
  menu: "page",
  messages: MESSAGES,
  enabled: always,
  run: async ({ toggleFullScreen, announce }) => {
    if (!(await toggleFullScreen())) announce(said.refused);
  },
};
