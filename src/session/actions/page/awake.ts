import { IconSun } from "@tabler/icons-react";
import { textsOf } from "../../../i18n/message";
import type { Action } from "../action";
import { always } from "../conditions";

export const MESSAGES = {
  on: "The screen stays awake while something trains and this page is in view",
  off: "The screen may go dark as usual",
  refused: "The browser does not keep the screen awake now.",
  unsupported: "This browser cannot keep the screen awake.",
};
const said = textsOf("actions", { messages: MESSAGES }, "awake").messages;

/** For who watches a long run: many devices slow down once their screen is dark. */
export const awake: Action = {
  icon: IconSun,
  label: "Keep the screen awake while training, or no more",
  menu: "page",
  messages: MESSAGES,
  enabled: always,
  run: async ({ toggleAwake, announce }) => announce(said[await toggleAwake()]),
};
