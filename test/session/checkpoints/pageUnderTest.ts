import type { ExperimentConfig } from "../../../src/config/schema";
import { Playground } from "../../../src/session/playground";
import type { PlaygroundOptions } from "../../../src/session/playgroundOptions";
import type { Run } from "../../../src/session/run";
import { DEFAULT_VIEW } from "../../../src/session/view";
import { TrainingHost } from "../../../src/worker/trainingHost";

const WASM_FOLDER = "node_modules/@tensorflow/tfjs-backend-wasm/dist/";

/** A page without its face over a training of its own, as after a reload. */
export async function openPage(config: ExperimentConfig, options: PlaygroundOptions = {}): Promise<Playground> {
  const playground = new Playground(new TrainingHost(WASM_FOLDER), { redrawInterval: 0, settleDelay: 0, ...options });
  await playground.load({ presetId: null, config, view: DEFAULT_VIEW });
  return playground;
}

/** Resolves once the run on the page is in a state, or has made so many steps. */
export function until({ store }: Playground, isThere: (run: Run) => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = ({ run } = store.getState()) => {
      if (!run || !isThere(run)) return;
      unsubscribe();
      resolve();
    };
    const unsubscribe = store.subscribe(look);
    look();
  });
}

export async function playToEnd(playground: Playground): Promise<void> {
  await playground.play();
  await until(playground, ({ state }) => state === "finished");
}

/** What a record says but for how long it took, and when. */
export function measuredBy(playground: Playground) {
  const { durationMs: _time, startedAt: _date, clock: _clock, ...record } = playground.record();
  return record;
}
