import { IconPhotoEdit } from "@tabler/icons-react";
import type { Action } from "../action";
import { hasMeasured } from "../conditions";

/** Charts as a figure of a paper or a slide, in a dialog of its own. */
export const exportFigure: Action = {
  icon: IconPhotoEdit,
  label: "Figure \u2026",
  menu: "export",
  enabled: hasMeasured,
  run: ({ toggleDialog }) => toggleDialog("figure"),
};
