import { IconFileZip } from "@tabler/icons-react";
import type { Action } from "../action";
import { hasLearners } from "../conditions";

/** The run as a program in PyTorch, to go on with on one GPU or many. */
export const exportPyTorch: Action = {
  icon: IconFileZip,
  label: "PyTorch (ZIP)",
  menu: "export",
  enabled: hasLearners,
  run: ({ savePyTorch }) => savePyTorch(),
};
