import { IconTable } from "@tabler/icons-react";
import type { Action } from "../action";
import { hasMeasured } from "../conditions";

/** All series of the run, as a table. */
export const exportCsv: Action = {
  icon: IconTable,
  label: "Series (CSV)",
  shortcut: "c",
  menu: "export",
  enabled: hasMeasured,
  run: ({ saveSeries }) => saveSeries(),
};
