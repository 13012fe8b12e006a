import { describe, expect, it } from "vitest";
import type { StepTrace } from "../../../src/record/events";
import { closeSlow, openSlow, showStep, trainOn, turnPhase } from "../../../src/session/slow/motion";
import { PHASES, progressAt } from "../../../src/session/slow/phases";
import { AT_FIRST, turned } from "../../../src/session/slow/state";
import { followWatching, watchingFor } from "../../../src/session/slow/watching";
import { DEFAULT_VIEW } from "../../../src/session/view";
import type { FakeService } from "../fakeService";
import { loadedPlayground, settle } from "../loadedPlayground";

const trace = (step: number): StepTrace => ({ step, seed: 1, samples: 8, batchSize: 32, arms: [] });
const LAST = PHASES.length - 1;

/** Tells of an update as a worker that is asked for one. */
function tellUpdate(service: FakeService, step: number): void {
  service.tellLoss(step, 1);
  service.tell({ type: "traced", trace: trace(step) });
  service.tell({ type: "state", state: "paused" });
}

async function opened(updates: number) {
  const { service, playground } = await loadedPlayground();
  for (let step = 0; step < updates; step++) tellUpdate(service, step);
  await openSlow(playground);
  return { service, playground };
}

describe("a phase", () => {
  it("moves, stands, and is over, sooner at a faster pace", () => {
    const phase = { id: "batch", moves: 1, stands: 2 } as const;
    expect(progressAt(phase, 0.5, 1)).toEqual({ moved: 0.5, isOver: false });
    expect(progressAt(phase, 2, 1)).toEqual({ moved: 1, isOver: false });
    expect(progressAt(phase, 3, 1).isOver).toBe(true);
    expect(progressAt(phase, 3, 0.5).isOver).toBe(false);
    expect(progressAt(phase, 1.5, 2).isOver).toBe(true);
  });
});

describe("turning the phases", () => {
  const kept = [trace(3), trace(4)];

  it("goes through the phases of an update, then to the next one that is kept", () => {
    expect(turned({ ...AT_FIRST, step: 3 }, 1, kept)).toEqual({ phase: 1, step: 3 });
    expect(turned({ ...AT_FIRST, step: 3, phase: LAST }, 1, kept)).toEqual({ phase: 0, step: 4 });
    expect(turned({ ...AT_FIRST, step: 4 }, -1, kept)).toEqual({ phase: LAST, step: 3 });
  });

  it("ends where nothing more is kept", () => {
    expect(turned({ ...AT_FIRST, phase: LAST }, 1, kept)).toBeNull();
    expect(turned({ ...AT_FIRST, step: 3 }, -1, kept)).toBeNull();
    expect(turned({ ...AT_FIRST, phase: LAST }, 1, [])).toBeNull();
  });
});

describe("slow motion", () => {
  it("asks for one update where none was watched, and for none where one was", async () => {
    expect((await opened(0)).service.calls).toEqual(["start", "step 1"]);
    const { service, playground } = await opened(2);
    expect(service.calls).toEqual(["start"]);
    expect(playground.state.view.slow).toBe(true);
  });

  it("makes the next update behind the last phase of the latest one", async () => {
    const { service, playground } = await opened(2);
    for (let phase = 0; phase < LAST; phase++) await turnPhase(playground, 1);
    expect(playground.state.slow.phase).toBe(LAST);
    expect(service.calls).toEqual(["start"]);
    await turnPhase(playground, 1);
    expect(service.calls).toEqual(["start", "step 1"]);
    expect(playground.state.slow).toMatchObject({ phase: 0, step: null });
  });

  it("stands still where the run has made its last update", async () => {
    const { service, playground } = await opened(1);
    service.tell({ type: "state", state: "finished" });
    for (let phase = 0; phase <= PHASES.length; phase++) await turnPhase(playground, 1);
    expect(playground.state.slow).toMatchObject({ phase: LAST, motion: "still" });
    expect(service.calls).toEqual(["start"]);
  });

  it("looks back on an update in the same phase, and makes several at once", async () => {
    const { service, playground } = await opened(3);
    await turnPhase(playground, 1);
    showStep(playground, 1);
    expect(playground.state.slow).toMatchObject({ phase: 1, step: 1 });
    await trainOn(playground, 20);
    expect(service.calls.at(-1)).toBe("step 20");
    expect(playground.state.slow.step).toBeNull();
  });

  it("pauses a run that trains, which goes on when it is closed", async () => {
    const { service, playground } = await loadedPlayground();
    await playground.play();
    service.tell({ type: "state", state: "running" });
    service.tell({ type: "traced", trace: trace(7) });
    await settle();
    await openSlow(playground);
    service.tell({ type: "state", state: "paused" });
    await closeSlow(playground);
    expect(service.calls).toEqual(["start", "resume", "pause", "resume"]);
    expect(playground.state.view.slow).toBe(false);
  });

  it("leaves a run that did not train paused", async () => {
    const { service, playground } = await opened(1);
    await closeSlow(playground);
    expect(service.calls).toEqual(["start"]);
  });
});

describe("what the worker tells of one by one", () => {
  it("is every update in slow motion, some for a room, else none", () => {
    expect(watchingFor({ view: DEFAULT_VIEW })).toBe("none");
    expect(watchingFor({ view: { ...DEFAULT_VIEW, projector: true } })).toBe("some");
    expect(watchingFor({ view: { ...DEFAULT_VIEW, projector: true, slow: true } })).toBe("all");
  });

  it("is asked for as soon as it changes, and an address that shows slow motion gets an update", async () => {
    const { service, playground } = await loadedPlayground();
    followWatching(playground);
    playground.setView({ projector: true });
    service.tell({
      type: "ready",
      environment: service.environmentIs,
      dataset: service.dataset,
      parameterCount: 1,
    });
    playground.setView({ slow: true });
    await settle();
    expect(service.calls).toEqual(["start", "watch some", "watch all", "step 1"]);
    playground.setView({ slow: false, projector: false });
    expect(service.calls.at(-1)).toBe("watch none");
  });
});
