import { enlarge } from "../enlarge";
import type { Playground } from "../playground";
import type { PlaygroundState } from "../playgroundState";
import { closeSlow, openSlow, showPhase, turnPhase } from "../slow/motion";
import { PHASES } from "../slow/phases";
import type { Scene } from "./scenes";
import { NO_SCENE, type ProjectorState, placeAfter, sceneOf } from "./state";

/** What a clicker does: goes on and back through what there is to show. */

/** Brings scenes for a room in the place of those that are there: a lesson its own, null the demonstration of the page. */
export function present(playground: Playground, scenes: readonly Scene[] | null): void {
  change(playground, { ...NO_SCENE, ...(scenes && { scenes }) });
}

/** Whether there is something to go on with: a tour, slow motion, or a room's scenes. */
export function canTurn({ view, tour }: Pick<PlaygroundState, "view" | "tour">): boolean {
  return view.projector || view.slow || tour !== null;
}

/** Turns the tour where it is taken; else the phases where slow motion was opened by hand; else to the next scene. */
export async function turn(playground: Playground, by: 1 | -1): Promise<void> {
  const { tour, view, projector } = playground.state;
  // Whoever goes on wants to see something.
  if (projector.isBlank) change(playground, { isBlank: false });
  else if (tour) playground.tour.turn(by);
  else if (view.slow && !(view.projector && sceneOf(projector)?.kind === "phase")) await turnPhase(playground, by);
  else if (view.projector) await showScene(playground, placeAfter(projector, by));
}

/** Shows the page as it is without a room; the next one begins with the first scene. */
export async function leaveRoom(playground: Playground): Promise<void> {
  const scene = sceneOf(playground.state.projector);
  change(playground, { at: null, isBlank: false });
  if (scene?.kind === "chart") enlarge(playground, null);
  if (scene?.kind === "phase" && playground.state.view.slow) await closeSlow(playground);
}

export function toggleBlank(playground: Playground): void {
  change(playground, { isBlank: !playground.state.projector.isBlank });
}

async function showScene(playground: Playground, at: number | null): Promise<void> {
  const scene = at === null ? null : playground.state.projector.scenes[at];
  if (!scene) return;
  change(playground, { at });
  enlarge(playground, scene.kind === "chart" ? scene.chart : null);
  const { slow } = playground.state.view;
  if (scene.kind === "phase") {
    const phase = PHASES.findIndex(({ id }) => id === scene.phase);
    if (slow) showPhase(playground, phase);
    else await openSlow(playground, { phase });
  } else if (slow) await closeSlow(playground);
}

function change({ store }: Playground, patch: Partial<ProjectorState>): void {
  store.setState(({ projector }) => ({ projector: { ...projector, ...patch } }));
}
