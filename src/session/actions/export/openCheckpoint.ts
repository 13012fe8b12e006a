import { IconFlagUp } from "@tabler/icons-react";
import type { Action } from "../action";
import { canOpen } from "../conditions";

/** Goes on from such a file, which may also be dropped on the page. */
export const openCheckpoint: Action = {
  icon: IconFlagUp,
  label: "Open checkpoint ...",
  shortcut: "o",
  menu: "export",
  enabled: canOpen,
  run: (context) => context.openCheckpoint(),
};
