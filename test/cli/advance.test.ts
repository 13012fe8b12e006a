import { describe, expect, it } from "vitest";
import { advance } from "../../src/cli/advance";
import { defaults } from "../../src/config/parse";
import { english } from "../../src/i18n/translate";
import { applyEvent, newRun } from "../../src/session/run";

/** A trainer of 10 steps that breaks before one of them. */
function trainerThatBreaks(run: ReturnType<typeof newRun>, before: number) {
  const trainer = {
    finished: false,
    async advance() {
      if (run.step === before) throw new Error("device lost");
      run.step++;
      trainer.finished = run.step === 10;
    },
    settle: () => Promise.resolve(),
  };
  return trainer;
}

describe("advance", () => {
  const runTo = async (before: number, interrupt = { asked: false }) => {
    const run = newRun(defaults(), null, null);
    await advance(run, trainerThatBreaks(run, before), interrupt, (event) => applyEvent(run, event));
    return run;
  };

  it("trains to the end, or until it is interrupted", async () => {
    expect(await runTo(99)).toMatchObject({ state: "finished", step: 10, failure: null });
    expect(await runTo(99, { asked: true })).toMatchObject({ state: "paused", step: 0 });
  });

  it("leaves a run that breaks with what was measured, and says why", async () => {
    const run = await runTo(4);
    expect(run).toMatchObject({ state: "failed", step: 4 });
    expect(run.failure && english(run.failure)).toBe("device lost");
    await expect(runTo(0)).rejects.toThrow("device lost");
  });
});
