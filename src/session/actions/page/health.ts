import { IconHeartbeat } from "@tabler/icons-react";
import type { Action } from "../action";
import { always } from "../conditions";

/** Shows how the page is: what it computes on, what it keeps, what went wrong. */
export const health: Action = {
  icon: IconHeartbeat,
  label: "Health",
  menu: "page",
  enabled: always,
  run: ({ toggleDialog }) => toggleDialog("health"),
};
