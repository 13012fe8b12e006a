import { stepsAllowed } from "../lesson/pace";
import type { Playground } from "../playground";
import type { PlaygroundState } from "../playgroundState";
import { AT_FIRST, type SlowState, turned } from "./state";

/** Slow motion: the run is trained one update at a time, and each is shown phase by phase. */

/** Opens it, on the latest update that was watched; without one, an update is made. */
export async function openSlow(playground: Playground, how: Partial<SlowState> = {}): Promise<void> {
  const resumes = playground.state.run?.state === "running";
  set(playground, { ...AT_FIRST, pace: playground.state.slow.pace, ...how, resumes });
  playground.setView({ slow: true });
  if (resumes) await playground.pause();
  if (playground.state.run?.traces.length === 0) await train(playground, 1);
}

/** Closes it; a run that was training goes on. */
export async function closeSlow(playground: Playground): Promise<void> {
  const { resumes } = playground.state.slow;
  playground.setView({ slow: false });
  set(playground, { ...playground.state.slow, motion: "still", resumes: false });
  if (resumes && canTrain(playground.state)) await playground.play();
}

/** Turns to the phase after or before, past the last one to the next update: one that is kept, or one that is made. */
export async function turnPhase(playground: Playground, by: 1 | -1): Promise<void> {
  const { slow, run } = playground.state;
  const motion = slow.motion === "playing" ? "playing" : "turning";
  const next = turned(slow, by, run?.traces ?? []);
  if (next) set(playground, { ...slow, ...next, motion });
  else if (by > 0 && canTrain(playground.state)) {
    await train(playground, 1);
    change(playground, { phase: 0, step: null, motion });
  } else set(playground, { ...slow, motion: "still" });
}

/** Shows a phase of the update that is shown. */
export function showPhase(playground: Playground, phase: number): void {
  change(playground, { phase, motion: "turning" });
}

/** Shows an update that is kept, in the phase that is shown. */
export function showStep(playground: Playground, step: number): void {
  change(playground, { step, motion: "turning" });
}

/** Makes some updates, each of which is watched, and shows the last. */
export async function trainOn(playground: Playground, updates: number): Promise<void> {
  change(playground, { step: null, motion: "still" });
  await train(playground, updates);
  change(playground, { motion: "turning" });
}

export function change(playground: Playground, patch: Partial<SlowState>): void {
  set(playground, { ...playground.state.slow, ...patch });
}

/** Whether the run that is there can make another update, and a lesson lets it. */
export function canTrain(state: PlaygroundState): boolean {
  const { run, starting } = state;
  return !starting && run?.state === "paused" && run.step < run.config.steps && stepsAllowed(state) > 0;
}

async function train(playground: Playground, updates: number): Promise<void> {
  if (canTrain(playground.state)) await playground.step(updates);
}

function set({ store }: Playground, slow: SlowState): void {
  store.setState({ slow });
}
