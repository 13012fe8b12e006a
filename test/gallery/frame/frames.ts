/** Lets the browser draw so many times. */
export async function frames(count: number): Promise<void> {
  for (let i = 0; i < count; i++) await new Promise(requestAnimationFrame);
}

/** Rounds after which what still moves is taken to move for ever, as a spinner does. */
const ROUNDS = 12;

/** Waits until nothing changes its color or place any more: one element's transition begins where its parent's ends. */
export async function stillness(): Promise<void> {
  for (let round = 0; round < ROUNDS; round++) {
    await frames(1);
    if (!document.getAnimations().some(ends)) return;
  }
}

function ends({ effect }: Animation): boolean {
  return Number.isFinite(effect?.getComputedTiming().endTime ?? 0);
}
