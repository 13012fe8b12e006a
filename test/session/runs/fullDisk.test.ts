import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { verbatim } from "../../../src/i18n/errors";
import type { Playground } from "../../../src/session/playground";
import { type History, memoryHistory } from "../../../src/storage/runs/history";
import type { FakeService } from "../fakeService";
import { loadedPlayground } from "../loadedPlayground";

/** A disk that is full undoes a save, and takes the next one once there is room. */

let service: FakeService;
let playground: Playground;
let isFull: boolean;
let keep: ReturnType<typeof vi.fn<History["keep"]>>;

beforeEach(async () => {
  isFull = false;
  const history = memoryHistory();
  keep = vi.fn<History["keep"]>((...given) =>
    isFull ? Promise.reject(new DOMException("no room", "QuotaExceededError")) : history.keep(...given),
  );
  ({ service, playground } = await loadedPlayground({ history: { ...history, keep } }));
});

afterEach(() => vi.restoreAllMocks());

const done = () => playground.runs.archive.done();
const kept = () => playground.state.history;

/** Trains two steps, then pauses. */
async function trainAndPause(): Promise<void> {
  await playground.play();
  service.tellLoss(0, 1);
  service.tellLoss(1, 1);
  await playground.pause();
  await done();
}

describe("a disk that is full", () => {
  it("is said, once, and the run goes on with what was kept before", async () => {
    await trainAndPause();
    isFull = true;
    service.tellLoss(2, 1);
    await playground.pause();
    await done();
    expect(playground.state.notices).toMatchObject([{ kind: "storageFull", detail: verbatim("no room") }]);
    expect(kept()).toMatchObject([{ stepsDone: 2 }]);
    expect(playground.state.run).toMatchObject({ step: 3, state: "paused" });
    isFull = false;
    await playground.stop();
    await done();
    expect(kept()).toMatchObject([{ stepsDone: 3, ended: "stopped" }]);
  });

  it("is tried again and again while a run trains, without a word, until there is room", async () => {
    isFull = true;
    await playground.play();
    let now = performance.now();
    vi.spyOn(performance, "now").mockImplementation(() => now);
    const trainForAMinute = async (step: number) => {
      now += 60_000;
      service.tellLoss(step, 1);
      await done();
    };
    await trainForAMinute(0);
    expect(playground.state.notices).toMatchObject([{ kind: "storageFull" }]);
    playground.dismiss(playground.state.notices[0]!.id);
    await trainForAMinute(1);
    expect(keep).toHaveBeenCalledTimes(2);
    expect(playground.state.notices).toEqual([]);
    isFull = false;
    await trainForAMinute(2);
    expect(kept()).toMatchObject([{ stepsDone: 3 }]);
  });

  it("takes back what it said once the run is saved", async () => {
    isFull = true;
    await trainAndPause();
    expect(playground.state.notices).toMatchObject([{ kind: "storageFull" }]);
    isFull = false;
    playground.keepRun();
    await done();
    expect(playground.state.notices).toEqual([]);
  });
});
