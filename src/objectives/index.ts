import { flatNce } from "./flatNce";
import { infoNce } from "./infoNce";
import { infoNceCe } from "./infoNceCe";
import type { Objective, ObjectiveId } from "./types";

/** Every objective by its id. */
export const OBJECTIVES: Record<ObjectiveId, Objective> = { infoNceCe, infoNce, flatNce };
