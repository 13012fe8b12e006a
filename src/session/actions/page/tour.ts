import { IconRoute } from "@tabler/icons-react";
import { isPanelShown } from "../../panels/arrangement";
import type { Action } from "../action";

/** Leads through the panels in a minute. */
export const tour: Action = {
  icon: IconRoute,
  label: "One-minute tour",
  shortcut: "g",
  menu: "page",
  enabled: ({ arrangement }) => isPanelShown(arrangement, "tour"),
  run: ({ playground }) => playground.tour.start(),
};
