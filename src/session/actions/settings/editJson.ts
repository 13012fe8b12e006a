import { IconBraces } from "@tabler/icons-react";
import type { Action } from "../action";
import { hasAllSettings } from "../conditions";

/** The settings as a text, to be edited, copied and pasted. */
export const editJson: Action = {
  icon: IconBraces,
  label: "Edit settings as JSON",
  menu: "page",
  enabled: hasAllSettings,
  run: ({ toggleDialog }) => toggleDialog("json"),
};
