import type { Playground } from "../playground";

/** Goes on with a run from its kept checkpoint, and trains it. Resolves to whether it could be prepared; the page says why not. */
export async function goOnTraining(playground: Playground, id: string): Promise<boolean> {
  const isReady = await playground.goingOn.goOn(id);
  if (isReady) await playground.play();
  return isReady;
}
