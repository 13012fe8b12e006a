import { IconBell } from "@tabler/icons-react";
import { textsOf } from "../../../i18n/message";
import type { Action } from "../action";
import { always } from "../conditions";

export const MESSAGES = {
  on: "A notification says when a run ends while this page is hidden",
  off: "No notifications any more",
  refused: "The browser does not allow notifications of this page: its settings for the site can.",
  unsupported: "This browser has no notifications.",
};
const said = textsOf("actions", { messages: MESSAGES }, "notify").messages;

/** For who does something else meanwhile. The browser asks for permission when it is switched on. */
export const notify: Action = {
  icon: IconBell,
  label: "Notify me when a run ends, or no more",
  menu: "page",
  messages: MESSAGES,
  enabled: always,
  run: async ({ toggleNotify, announce }) => announce(said[await toggleNotify()]),
};
