import { IconReportAnalytics } from "@tabler/icons-react";
import type { Action } from "../action";
import { hasMeasured } from "../conditions";

/** The run as one HTML file for those who have no playground: curves, tables, settings, and how to repeat it. */
export const exportReport: Action = {
  icon: IconReportAnalytics,
  label: "Report (HTML)",
  shortcut: "h",
  menu: "export",
  enabled: hasMeasured,
  run: ({ saveReport }) => saveReport(),
};
