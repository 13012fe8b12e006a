import { IconFileZip } from "@tabler/icons-react";
import type { Action } from "../action";
import { hasMeasured } from "../conditions";

/** All that there is of the run, as one archive: record, series, layers, settings, report, checkpoint. */
export const exportData: Action = {
  icon: IconFileZip,
  label: "All data (ZIP)",
  shortcut: "a",
  menu: "export",
  enabled: hasMeasured,
  run: ({ saveAllData }) => saveAllData(),
};
