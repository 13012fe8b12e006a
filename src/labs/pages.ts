import { type ComponentType, type LazyExoticComponent, lazy } from "react";
import type { LabId } from "./index";

/** The labs' pages; each comes when it is first opened. */
export const LAB_PAGES: Record<LabId, LazyExoticComponent<ComponentType>> = {
  sweep: lazy(() => import("./sweep/page/SweepLab")),
  bound: lazy(() => import("./bound/page/BoundLab")),
  precision: lazy(() => import("./precision/page/PrecisionLab")),
};
