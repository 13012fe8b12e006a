import { describe, expect, it, vi } from "vitest";
import { RunSlot } from "../../src/worker/runSlot";
import type { Run } from "../../src/worker/trainingLoop";

/** A paused run without anything in it. */
function idleRun(): Run {
  const trainer = { dispose: () => undefined, finished: false };
  return { trainer, emit: () => undefined, budget: 0, loop: null, interludes: [] } as unknown as Run;
}

async function slotWith(run: Run): Promise<RunSlot> {
  const slot = new RunSlot();
  await slot.replace({ load: async () => null, prepare: async () => run, restore: async () => undefined });
  return slot;
}

const refuse = () => Promise.reject(new Error("refused"));

describe("the run of a slot", () => {
  it("is restored where the preparation of the next one failed", async () => {
    const run = idleRun();
    const slot = await slotWith(run);
    const restore = vi.fn(async () => undefined);
    await expect(slot.replace({ load: async () => null, prepare: refuse, restore })).rejects.toThrow("refused");
    expect(restore).toHaveBeenCalledExactlyOnceWith(run);
    expect(slot.current).toBe(run);
  });

  it("is left alone where only the loading for the next one failed: it may be training", async () => {
    const run = idleRun();
    const slot = await slotWith(run);
    const restore = vi.fn(async () => undefined);
    await expect(slot.replace({ load: refuse, prepare: async () => idleRun(), restore })).rejects.toThrow("refused");
    expect(restore).not.toHaveBeenCalled();
    expect(slot.current).toBe(run);
  });

  it("is discarded with the reason where it cannot be restored", async () => {
    const emit = vi.fn();
    const slot = await slotWith({ ...idleRun(), emit });
    await expect(slot.replace({ load: async () => null, prepare: refuse, restore: refuse })).rejects.toThrow("refused");
    expect(emit).toHaveBeenCalledWith(expect.objectContaining({ type: "failed" }));
    expect(slot.current).toBeNull();
  });
});
