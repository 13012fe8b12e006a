import { type ComponentType, type LazyExoticComponent, lazy } from "react";
import type { LabId } from "../../experiment/labs";

/** The labs' pages; each comes when it is first opened. */
export const LAB_PAGES: Record<LabId, LazyExoticComponent<ComponentType>> = {
  sweep: lazy(() => import("./sweep/SweepLab")),
  bound: lazy(() => import("./bound/BoundLab")),
  precision: lazy(() => import("./precision/PrecisionLab")),
};
