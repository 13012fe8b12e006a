import { IconSunMoon } from "@tabler/icons-react";
import type { Action } from "../action";
import { always } from "../conditions";

/** For rooms, projectors and eyes. */
export const theme: Action = {
  icon: IconSunMoon,
  label: "Switch between light and dark",
  shortcut: "t",
  menu: "page",
  enabled: always,
  run: ({ toggleTheme }) => toggleTheme(),
};
