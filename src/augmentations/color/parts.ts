import { LANE } from "../parts";

/** The parts of the color jitter, which are done to a view together or not at all. */

/** 1 for a view that is jittered, else 0. In WGSL, `jitter_amount`. */
export function jitterAmount({ jitter }: { jitter: number }, lane: (lane: number) => readonly number[]): number {
  return (lane(LANE.pose)[2] as number) < jitter ? 1 : 0;
}

/** Largest change of a factor, as its row is shown below the augmentation's own name. */
export const largestChange = {
  label: "Largest change",
  tooltip: "A factor is drawn evenly from 1 minus this to 1 plus this.",
  wording: "augmentation.change",
  control: "slider",
  step: 0.05,
} as const;
