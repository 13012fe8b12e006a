import { type ArmLook, lineLook } from "../../../config/arms";
import type { ExperimentConfig } from "../../../config/schema";
import type { RunColumns } from "../../../record/columns";
import type { Reference } from "../../../session/overlay/reference";
import { type RunColoring, referenceLook } from "./looks";

/** Curves behind those of the run that is shown. */
export interface DrawnCurves {
  id: string;
  /** What stands on them. */
  number: number;
  /** Whether they may leave the axes. */
  isGhost: boolean;
  /** Whether they came with the link: rounded means of few points, smoothed already. */
  isReference: boolean;
  called: string;
  looks: ArmLook[];
  columns: RunColumns;
  /** Learners of an arm in the columns. */
  seeds: number;
  /** Null where its arms have batches of different sizes. */
  batchSize: number | null;
  /** What it was trained on; null where that is not known. */
  dataset: ExperimentConfig["dataset"] | null;
}

/** What the curves of the link are called where a run has an id of its own; no run has it. */
const ID = "reference";

interface Shown {
  number: number;
  coloring: RunColoring;
  dark: boolean;
}

/** What came with the link, as it is drawn. */
export function referenceCurves(reference: Reference, { number, coloring, dark }: Shown): DrawnCurves {
  const { title, batchSize, arms, columns } = reference;
  const looks = arms.map(({ label, color }) => {
    const own = typeof color === "number" ? lineLook(color, dark).color : color;
    return referenceLook({ label, color: own, dash: "" }, { coloring, dark });
  });
  const drawn = { id: ID, number, called: title, looks, columns, batchSize };
  // Each arm's mean stands in the place of its seeds; nobody says of which data it is.
  return { ...drawn, isGhost: true, isReference: true, seeds: 1, dataset: null };
}
