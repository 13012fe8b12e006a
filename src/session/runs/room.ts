import type { PastRun } from "../../storage/runs/pastRun";

/** How much room the kept runs take, and what could go: nothing is deleted before somebody has said so. */

/** Bytes of the curves of all runs. */
export function bytesOf(runs: readonly PastRun[]): number {
  return runs.reduce((sum, { columnBytes }) => sum + (columnBytes ?? 0), 0);
}

/**
 * The runs whose deletion would bring the curves below a limit: the oldest first, none that is starred or pinned, and not the one
 * on the page.
 *
 * @param limit in bytes
 * @returns none where the limit is kept; fewer than would do where no more may be proposed
 */
export function proposedDeletions(runs: readonly PastRun[], limit: number, currentId: string | null): PastRun[] {
  let left = bytesOf(runs);
  const proposed: PastRun[] = [];
  for (const run of [...runs].sort((a, b) => a.startedAt.localeCompare(b.startedAt))) {
    if (left <= limit) break;
    const stays = run.starred || run.pinned || run.id === currentId || !run.columnBytes;
    if (stays) continue;
    left -= run.columnBytes ?? 0;
    proposed.push(run);
  }
  return proposed;
}
