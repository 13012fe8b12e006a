import { IconKeyboard } from "@tabler/icons-react";
import type { Action } from "../action";
import { always } from "../conditions";

/** Shows the list of shortcuts, which is made of all actions. */
export const help: Action = {
  icon: IconKeyboard,
  label: "Keyboard shortcuts",
  shortcut: "?",
  reach: "dialogs",
  menu: "page",
  enabled: always,
  run: ({ toggleDialog }) => toggleDialog("help"),
};
