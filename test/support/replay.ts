import { expect, vi } from "vitest";
import type { ExperimentInput } from "../../src/config/schema";
import { ViewSource } from "../../src/training/viewSource";
import { conduct, tinyConfig } from "./experiment";

/**
 * Fails unless the tiny experiment's training step and its probe's run as JavaScript twice, to be recorded, are replayed from
 * then on, and come to what they come to without, to the bit.
 */
export async function expectReplayed(changes: ExperimentInput): Promise<void> {
  const config = tinyConfig(changes);
  const draw = vi.spyOn(ViewSource.prototype, "draw");
  const { record } = await conduct(config);
  const kinds = draw.mock.calls.map(([, kind]) => kind);
  draw.mockRestore();
  for (const kind of ["training", "probe"]) expect(kinds.filter((one) => one === kind)).toHaveLength(2);
  const { record: plain } = await conduct({ ...config, captured: false });
  expect(record.learners).toEqual(plain.learners);
}
