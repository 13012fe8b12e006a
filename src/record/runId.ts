/** What a run is called by everything that keeps something of it; ids sort as the runs began. */
export function newRunId(startedAt: string): string {
  return `${startedAt}-${Math.random().toString(36).slice(2, 8)}`;
}
