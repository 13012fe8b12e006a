import { IconChartDots } from "@tabler/icons-react";
import { openDrawing } from "../../data/drawing";
import type { Action } from "../action";
import { inRace } from "../conditions";

/** Opens a plane to draw a data set of points in. */
export const drawPoints: Action = {
  icon: IconChartDots,
  label: "Draw points",
  control: "data",
  enabled: inRace(() => true),
  run: ({ playground }) => openDrawing(playground),
};
