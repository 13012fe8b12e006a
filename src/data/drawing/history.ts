/** A value with what it was before, and what was undone of it. */
export interface History<Value> {
  readonly past: readonly Value[];
  readonly present: Value;
  readonly future: readonly Value[];
}

/** Steps back that are kept. */
export const MOST_STEPS = 200;

export function begun<Value>(present: Value): History<Value> {
  return { past: [], present, future: [] };
}

/** One step on; none where nothing changes. What was undone is gone. */
export function changed<Value>(history: History<Value>, next: Value): History<Value> {
  const { past, present } = history;
  if (next === present) return history;
  return { past: [...past, present].slice(-MOST_STEPS), present: next, future: [] };
}

export function undone<Value>(history: History<Value>): History<Value> {
  const { past, present, future } = history;
  const before = past.at(-1);
  if (before === undefined) return history;
  return { past: past.slice(0, -1), present: before, future: [present, ...future] };
}

export function redone<Value>(history: History<Value>): History<Value> {
  const { past, present, future } = history;
  const [next, ...rest] = future;
  if (next === undefined) return history;
  return { past: [...past, present], present: next, future: rest };
}
