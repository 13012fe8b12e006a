import { beforeEach, describe, expect, it } from "vitest";
import { verbatim } from "../../src/i18n/errors";
import { openLesson } from "../../src/session/lesson/changes";
import { EMPTY_LESSON } from "../../src/session/lesson/lesson";
import type { Playground } from "../../src/session/playground";
import { createApi } from "../../src/session/playgroundApi";
import type { FakeService } from "./fakeService";
import { loadedPlayground, settle } from "./loadedPlayground";

let service: FakeService;
let playground: Playground;

beforeEach(async () => {
  ({ service, playground } = await loadedPlayground());
});

describe("createApi", () => {
  const api = () => createApi(playground, "1.2.3", Promise.resolve());

  it("runs a config to its end and returns the record", async () => {
    const seen: number[] = [];
    const running = api().run({ steps: 2, seeds: 1 }, { onProgress: ({ step }) => seen.push(step) });
    await settle();
    service.tellLoss(0, 1);
    service.tellLoss(1, 0.5);
    service.tell({ type: "state", state: "finished" });
    const record = await running;
    expect(record.stepsDone).toBe(2);
    expect(record.config.steps).toBe(2);
    expect(seen.at(-1)).toBe(2);
  });

  it("trains as far as a lesson lets it, and to a run's end for the author of a whole page alone", async () => {
    openLesson(playground, { ...EMPTY_LESSON, stop: 5 });
    await api().start({ steps: 9 });
    expect(service.calls.at(-1)).toBe("step 5");
    const running = api().run({ steps: 9 });
    await settle();
    expect(service.calls.at(-1)).toBe("resume");
    for (let step = 0; step < 9; step++) service.tellLoss(step, 1);
    service.tell({ type: "state", state: "finished" });
    expect((await running).stepsDone).toBe(9);
    playground.store.setState({ embed: { ...playground.state.embed, on: true } });
    const calls = [...service.calls];
    await expect(api().run({ steps: 9 })).rejects.toThrow("The lesson does not let a run go to its end yet.");
    expect(service.calls).toEqual(calls);
    void api().run({ steps: 4 });
    await settle();
    expect(service.calls.at(-1)).toBe("resume");
  });

  it("rejects with the reason when a run breaks, is refused or is replaced", async () => {
    const broken = api().run({ steps: 2 });
    await settle();
    service.tell({ type: "failed", said: verbatim("device lost") });
    await expect(broken).rejects.toThrow("device lost");
    await expect(api().run({ batchSize: 1 })).rejects.toThrow("batchSize");
    service.failure = "no such backend";
    await expect(api().run({ backend: "webgpu" })).rejects.toThrow("no such backend");
    const replaced = api().run({ steps: 2 });
    await settle();
    const rejected = expect(replaced).rejects.toThrow("replaced");
    await new Promise((resolve) => setTimeout(resolve, 5));
    await playground.restart();
    await rejected;
  });

  it("rejects where a run cannot be trained, and has nothing left to reject when that run is replaced", async () => {
    service.resume = () => Promise.reject(new Error("worker gone"));
    await expect(api().run({ steps: 2 })).rejects.toThrow("worker gone");
    await new Promise((resolve) => setTimeout(resolve, 5));
    await playground.restart();
  });

  it("lists the kept runs, reads one as its record, takes one from outside and deletes one", async () => {
    await playground.play();
    service.tellLoss(0, 1);
    await api().pause();
    const { runs } = api();
    const [kept] = await runs();
    const record = await runs.get(kept!.id);
    expect(record).toMatchObject({ stepsDone: 1, learners: api().record().learners });
    const brought = await runs.import({ ...record, startedAt: "2026-01-01T00:00:00.000Z" });
    expect((await runs()).map(({ id }) => id)).toEqual([kept!.id, brought.id]);
    await expect(runs.import({ ...record, stepsDone: -1 })).rejects.toThrow("stepsDone");
    await runs.delete(kept!.id);
    expect(await runs()).toEqual([brought]);
    await expect(runs.get(kept!.id)).rejects.toThrow(`There is no run ${kept!.id}`);
  });

  it("starts, pauses, steps and resets", async () => {
    await api().start({ seeds: 2 });
    await api().pause();
    await api().step(3);
    await api().reset();
    await api().stop();
    expect(service.calls).toEqual(["start", "start", "resume", "pause", "step 3", "start", "stop"]);
  });

  it("lists objectives and presets, and validates", () => {
    expect(
      api()
        .objectives()
        .map(({ id }) => id),
    ).toContain("flatNce");
    expect(api().presets()[0]).toMatchObject({ id: "vanish" });
    expect(api().validate({ batchSize: "many" })).toMatchObject({ ok: false, errors: [{ path: "batchSize" }] });
    expect(api().version).toBe("1.2.3");
  });
});
