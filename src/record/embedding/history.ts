import type { ViewsSnapshot } from "../events";
import { alignedTo } from "./align";

/** Where the held-out samples lay at a step, for each arm. */
export interface EmbeddingSnapshot {
  step: number;
  arms: Pick<ViewsSnapshot["arms"][number], "arm" | "seed" | "embedding" | "size" | "plane" | "explained">[];
}

/** Snapshots that are kept of a run at most, and the bytes that they may take up together: what is more, thins them out. */
export const MOST_KEPT = 60;
export const MOST_BYTES = 32 * 2 ** 20;

/**
 * The snapshots of a run, from its first to its latest, for looking back. There are never more than a number that does not grow with the
 * run: where one too many comes, the one goes that leaves the smallest gap. Gaps are measured in the square root of the step, since
 * learners change most at the beginning. They live as long as the page has the run, and are kept nowhere else.
 */
export class EmbeddingHistory {
  private kept: readonly EmbeddingSnapshot[] = [];

  /** In the order of their steps; another list whenever one has come. */
  get snapshots(): readonly EmbeddingSnapshot[] {
    return this.kept;
  }

  /**
   * Keeps what a snapshot says of the embedding. Another one of the same step takes the place of the first.
   * @returns the snapshot as it is to be shown: each arm's plane lies as it did in the one before, the first arms' as one another's
   */
  add(views: ViewsSnapshot): ViewsSnapshot {
    const before = this.kept.filter(({ step }) => step < views.step);
    const arms = aligned(views.arms, before.at(-1)?.arms);
    const entry = { step: views.step, arms: arms.map(keptOf) };
    this.kept = thinned([...before, entry], capacityFor(entry));
    return { ...views, arms };
  }
}

function keptOf({ arm, seed, embedding, size, plane, explained }: ViewsSnapshot["arms"][number]) {
  return { arm, seed, embedding, size, plane, explained };
}

function aligned(arms: ViewsSnapshot["arms"], before: EmbeddingSnapshot["arms"] = []): ViewsSnapshot["arms"] {
  return arms.map((view) => {
    // The circle is no choice of axes: it is where the samples are.
    if (view.size === 2) return view;
    const reference = before.find(({ arm }) => arm === view.arm) ?? before[0] ?? arms[0];
    return reference === view ? view : { ...view, plane: alignedTo(view.plane, reference?.plane) };
  });
}

/** How many snapshots of this size there is room for, the first and the latest in any case. */
function capacityFor({ arms }: EmbeddingSnapshot): number {
  const bytes = arms.reduce((sum, { embedding, plane }) => sum + embedding.byteLength + plane.byteLength, 0);
  return Math.max(2, Math.min(MOST_KEPT, Math.floor(MOST_BYTES / Math.max(1, bytes))));
}

/** @param capacity at least 2 */
function thinned(entries: readonly EmbeddingSnapshot[], capacity: number): readonly EmbeddingSnapshot[] {
  const kept = [...entries];
  while (kept.length > capacity) kept.splice(leastMissed(kept), 1);
  return kept;
}

/** The place of the entry, neither the first nor the last, without which the gap between its neighbours is smallest. */
function leastMissed(kept: readonly EmbeddingSnapshot[]): number {
  const gap = (i: number) => Math.sqrt(kept[i + 1]?.step ?? 0) - Math.sqrt(kept[i - 1]?.step ?? 0);
  let best = 1;
  for (let i = 2; i < kept.length - 1; i++) if (gap(i) < gap(best)) best = i;
  return best;
}

/** The snapshot nearest to a step; null where there is none. */
export function nearestSnapshot(snapshots: readonly EmbeddingSnapshot[], step: number): EmbeddingSnapshot | null {
  let best: EmbeddingSnapshot | null = null;
  for (const snapshot of snapshots)
    if (!best || Math.abs(snapshot.step - step) < Math.abs(best.step - step)) best = snapshot;
  return best;
}
