import { IconRoute } from "@tabler/icons-react";
import type { Action } from "../action";
import { always } from "../conditions";

/** Leads through the panels in a minute. */
export const tour: Action = {
  icon: IconRoute,
  label: "One-minute tour",
  shortcut: "g",
  menu: "page",
  enabled: always,
  run: ({ playground }) => playground.tour.start(),
};
