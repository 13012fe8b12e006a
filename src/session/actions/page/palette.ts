import { IconCommand } from "@tabler/icons-react";
import type { Action } from "../action";
import { always } from "../conditions";

/** Shows everything that can be done, set or looked at, by its name. */
export const palette: Action = {
  icon: IconCommand,
  label: "Find a command, a setting, a run",
  shortcut: "Mod+k",
  reach: "everywhere",
  menu: "page",
  enabled: always,
  run: ({ toggleDialog }) => toggleDialog("palette"),
};
