import { IconFlag } from "@tabler/icons-react";
import type { Action } from "../action";
import { hasCheckpoint } from "../conditions";

/** The run as a file from which it can be gone on, elsewhere or another day. */
export const saveCheckpoint: Action = {
  icon: IconFlag,
  label: "Save checkpoint (safetensors)",
  shortcut: "k",
  menu: "export",
  enabled: hasCheckpoint,
  run: (context) => context.saveCheckpoint(),
};
