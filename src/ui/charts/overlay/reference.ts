import { lineLook } from "../../../config/arms";
import type { Reference } from "../../../session/overlay/reference";
import { type RunColoring, referenceLook } from "./looks";
import type { DrawnCurves } from "./useOverlaid";

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
