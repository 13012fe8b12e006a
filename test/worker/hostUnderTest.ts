import * as tf from "@tensorflow/tfjs";
import { afterEach, beforeEach } from "vitest";
import type { ExperimentInput } from "../../src/config/schema";
import { english } from "../../src/i18n/translate";
import type { TrainingEvent } from "../../src/worker/protocol";
import { TrainingHost } from "../../src/worker/trainingHost";
import { tinyConfig } from "../support/experiment";

const WASM_FOLDER = "node_modules/@tensorflow/tfjs-backend-wasm/dist/";

export function tiny(changes: ExperimentInput = {}) {
  return tinyConfig({ backend: "wasm", ...changes });
}

/** A training host with what it has told; another one for every test of the file. */
export function hostUnderTest() {
  const worker = {
    host: new TrainingHost(WASM_FOLDER),
    events: [] as TrainingEvent[],
    listener: (event: TrainingEvent) => worker.events.push(event),

    /** The number of the run that was started. */
    async start(changes: ExperimentInput = {}): Promise<number> {
      const result = await worker.host.start(tiny(changes), null, worker.listener);
      if (!result.ok) throw new Error(english(result.said));
      return result.runId;
    },

    /** A run of 12 steps that has done 4 of them, an equal one that was left alone, and how many tensors there are. */
    async startTwice(): Promise<{ undisturbed: number; id: number; tensors: number }> {
      const undisturbed = await worker.start({ steps: 12 });
      await worker.host.step(12);
      const id = await worker.start({ steps: 12 });
      await worker.host.step(4);
      return { undisturbed, id, tensors: tf.memory().numTensors };
    },

    /** Loss of the first learner by step, in the order in which it was told. */
    losses(runId: number): [step: number, loss: number][] {
      return worker.events.flatMap((event) => {
        if (event.type !== "rows" || event.runId !== runId || !event.rows.values.infoNce) return [];
        const { steps, values } = event.rows;
        const learners = values.infoNce!.length / steps.length;
        return Array.from(steps, (step, row): [number, number] => [step, values.infoNce![row * learners]!]);
      });
    },

    states: (runId: number) =>
      worker.events.flatMap((event) => (event.type === "state" && event.runId === runId ? [event.state] : [])),

    /** Resolves when the run has said so. */
    async until(runId: number, state: "paused" | "finished"): Promise<void> {
      while (!worker.states(runId).includes(state)) await new Promise((resolve) => setTimeout(resolve, 2));
    },
  };
  beforeEach(() => {
    worker.host = new TrainingHost(WASM_FOLDER);
    worker.events = [];
  });
  afterEach(() => worker.host.stop());
  return worker;
}
