import * as tf from "@tensorflow/tfjs";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { StepBlock } from "../../src/engine/stepBlock";
import { STEP_METRICS } from "../../src/metrics";
import { StepReader } from "../../src/training/stepReader";
import { StepSink } from "../../src/training/stepSink";

/** A plain function: a mock would handle the rejections that it returns. */
const engine = vi.hoisted(() => ({ fence: (): Promise<void> | null => null }));
vi.mock("../../src/engine/fence", () => ({ queueFence: () => engine.fence() }));

/** Queues a step whose metrics are all `value`, for each learner. */
function queue(sink: StepSink, step: number, ...values: number[]): void {
  const block = new StepBlock(values.length);
  tf.tidy(() => {
    sink.metrics.write(tf.tensor2d(values.map((value) => STEP_METRICS.map(() => value))), block);
    sink.logXi.write(tf.ones([values.length, 4]), block);
  });
  sink.metrics.advance(step);
  sink.logXi.advance(step);
}

beforeEach(async () => {
  engine.fence = () => null;
  await tf.setBackend("cpu");
});

describe("StepReader", () => {
  it("tells whoever waits next of a read that failed meanwhile", async () => {
    const sink = new StepSink({ learners: 1, views: 4 });
    const reader = new StepReader(sink, 1, () => {
      throw new Error("The device was lost.");
    });
    queue(sink, 0, 1);
    await reader.afterStep();
    await new Promise((resolve) => setTimeout(resolve, 5));
    queue(sink, 1, 1);
    await expect(reader.afterStep()).rejects.toThrow("The device was lost.");
    await expect(reader.settle()).rejects.toThrow("The device was lost.");
    sink.dispose();
  });

  it("throws what a fence rejected with, and leaves no rejection unhandled", async () => {
    const unhandled = vi.fn();
    process.on("unhandledRejection", unhandled);
    const sink = new StepSink({ learners: 1, views: 4 });
    const reader = new StepReader(sink, 1, () => undefined);
    engine.fence = () => Promise.reject(new Error("The device was lost."));
    queue(sink, 0, 1);
    await reader.afterStep();
    await new Promise((resolve) => setTimeout(resolve, 5));
    queue(sink, 1, 1);
    await expect(reader.afterStep()).rejects.toThrow("The device was lost.");
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(unhandled).not.toHaveBeenCalled();
    process.off("unhandledRejection", unhandled);
    sink.dispose();
  });

  it("ends with the step at which the last learner stopped, however many were queued after it", async () => {
    const sink = new StepSink({ learners: 2, views: 4 });
    const [steps, stops]: [number[], object[]] = [[], []];
    const reader = new StepReader(sink, 2, (rows, stopped) => {
      steps.push(...rows.steps);
      stops.push(...stopped);
    });
    queue(sink, 0, 1, Number.NaN);
    queue(sink, 1, Number.NaN, 2);
    queue(sink, 2, 3, 3);
    await reader.settle();
    expect(steps).toEqual([0, 1]);
    expect(stops).toEqual([
      { learner: 1, step: 0 },
      { learner: 0, step: 1 },
    ]);
    sink.dispose();
  });
});
