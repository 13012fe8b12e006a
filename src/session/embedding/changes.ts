import type { Playground } from "../playground";
import { shownRun } from "../shown";
import type { EmbeddingLook, ProjectionId } from "./state";

/** What can be done to the way in which the embedding is looked at. */

function change({ store }: Playground, patch: (look: EmbeddingLook) => Partial<EmbeddingLook>): void {
  store.setState(({ embedding }) => ({ embedding: { ...embedding, ...patch(embedding) } }));
}

export function chooseProjection(playground: Playground, projection: ProjectionId): void {
  change(playground, () => ({ projection }));
}

/** Switches the samples of a class off or on. */
export function toggleClass(playground: Playground, name: string): void {
  change(playground, ({ hidden }) => ({
    hidden: hidden.includes(name) ? hidden.filter((other) => other !== name) : [...hidden, name],
  }));
}

/** Looks at a step of the run that is shown; null: at the latest one, as it comes. */
export function lookAt(playground: Playground, step: number | null): void {
  const run = shownRun(playground.state);
  change(playground, () => ({ at: step === null || !run ? null : { run: run.id, step } }));
}
