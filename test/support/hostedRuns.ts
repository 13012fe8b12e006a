import * as tf from "@tensorflow/tfjs";
import type { ExperimentConfig, ExperimentInput } from "../../src/config/schema";
import type { DatasetFiles } from "../../src/data/types";
import { english } from "../../src/i18n/translate";
import type { TrainingEvent } from "../../src/worker/protocol";
import { TrainingHost } from "../../src/worker/trainingHost";
import { tinyConfig } from "./experiment";

const WASM_FOLDER = "node_modules/@tensorflow/tfjs-backend-wasm/dist/";

/** The tiny experiment, on the backend that these runs have. */
export function tiny(changes: ExperimentInput = {}): ExperimentConfig {
  return tinyConfig({ backend: "wasm", ...changes });
}

/** Real training in a host of its own, and all that it has told of its runs. */
export class HostedRuns {
  readonly host = new TrainingHost(WASM_FOLDER);
  readonly events: TrainingEvent[] = [];
  readonly listener = (event: TrainingEvent): unknown => this.events.push(event);

  /** Asks for a run, as the page does. */
  ask(changes: ExperimentInput = {}, files: DatasetFiles | null = null) {
    return this.host.start(tiny(changes), files, this.listener);
  }

  /** @returns the number of a run that can be made */
  async start(changes: ExperimentInput = {}): Promise<number> {
    const result = await this.ask(changes);
    if (!result.ok) throw new Error(english(result.said));
    return result.runId;
  }

  /** A run of 12 steps that has done 4 of them, an equal one that was left alone, and how many tensors there are. */
  async startTwice(): Promise<{ undisturbed: number; id: number; tensors: number }> {
    const undisturbed = await this.start({ steps: 12 });
    await this.host.step(12);
    const id = await this.start({ steps: 12 });
    await this.host.step(4);
    return { undisturbed, id, tensors: tf.memory().numTensors };
  }

  /** Loss of the first learner by step, in the order in which it was told. */
  losses(runId: number): [step: number, loss: number][] {
    return this.events.flatMap((event) => {
      if (event.type !== "rows" || event.runId !== runId || !event.rows.values.infoNce) return [];
      const { steps, values } = event.rows;
      const learners = values.infoNce!.length / steps.length;
      return Array.from(steps, (step, row): [number, number] => [step, values.infoNce![row * learners]!]);
    });
  }

  states(runId: number) {
    return this.events.flatMap((event) => (event.type === "state" && event.runId === runId ? [event.state] : []));
  }

  /** Resolves when the run has said so. */
  async until(runId: number, state: "paused" | "finished"): Promise<void> {
    while (!this.states(runId).includes(state)) await new Promise((resolve) => setTimeout(resolve, 2));
  }
}
