import { describe, expect, it, vi } from "vitest";
import { formatUrl, parseUrl } from "../../../src/session/address/address";
import { CHAPTER_IDS, chapterBeside } from "../../../src/session/learn/chapters";
import type { Playground } from "../../../src/session/playground";
import { memoryText } from "../../../src/storage/keptText";
import { tinyConfig } from "../../support/experiment";
import type { FakeService } from "../fakeService";
import { loadedPlayground, settle } from "../loadedPlayground";
import { state } from "../urlStates";

const CONFIG = tinyConfig({ steps: 3 });
const tried = { config: CONFIG, prediction: "b", values: { batch: "two" }, name: "Learn 1: Find the twin" };

type Opened = { service: FakeService; playground: Playground };

/** Trains some steps of the run that is there. */
function train({ service }: Opened, steps: number): void {
  service.tell({ type: "state", state: "running" });
  for (let step = 0; step < steps; step++) service.tellLoss(step, 1);
}

function finish(opened: Opened): void {
  train(opened, CONFIG.steps);
  opened.service.tell({ type: "state", state: "finished" });
}

const named = ({ playground }: Opened) => playground.state.history.map(({ name, ended }) => [name, ended]);

describe("a chapter's experiment", () => {
  it("is an ordinary run, kept under the chapter's name, and leaves the settings of the Race alone", async () => {
    const opened = await loadedPlayground();
    const { playground, service } = opened;
    playground.setField("batchSize", 64);
    await settle();
    const { draft } = playground.state;
    expect(await playground.learn.run("twins", tried)).toBe(true);
    expect(service.calls.at(-1)).toBe("resume");
    expect(playground.state.run?.config).toMatchObject({ steps: 3, batchSize: CONFIG.batchSize });
    expect(playground.state.learn.trials.twins).toMatchObject({ prediction: "b", runId: playground.state.run?.id });
    finish(opened);
    await vi.waitFor(() => expect(named(opened)).toEqual([["Learn 1: Find the twin", "finished"]]));
    expect(playground.state.draft).toBe(draft);
  });

  it("sets aside what somebody trains, paused and kept, and leads back to it", async () => {
    const opened = await loadedPlayground();
    const { playground, service } = opened;
    train(opened, 2);
    const before = playground.state.run?.id;
    await playground.learn.run("twins", tried);
    expect(service.calls).toContain("pause");
    expect(playground.state.learn.left).toBe(before);
    const kept = () => playground.state.history.map(({ id, ended }) => [id, ended]);
    await vi.waitFor(() => expect(kept()).toEqual([[before, "stopped"]]));
    await playground.learn.goBack();
    expect(playground.state).toMatchObject({ page: "race", opened: { id: before }, learn: { left: null } });
  });

  it("has nothing to go back to where the page trained by itself, or another chapter did", async () => {
    const opened = await loadedPlayground();
    const { playground } = opened;
    await playground.learn.run("twins", tried);
    finish(opened);
    await playground.learn.run("factor", tried);
    expect(playground.state.learn.left).toBeNull();
    // What another chapter drew is not drawn behind this one.
    expect(playground.state.overlay.ghost).toBeNull();
    finish(opened);
    const { run } = playground.state;
    await playground.learn.run("factor", tried);
    expect(playground.state.overlay.ghost?.id).toBe(run?.id);
  });

  it("that cannot begin leaves everything as it was, and says why", async () => {
    const { playground, service } = await loadedPlayground();
    const { run } = playground.state;
    service.failure = "no device";
    expect(await playground.learn.run("twins", tried)).toBe(false);
    expect(playground.state.run?.id).toBe(run?.id);
    expect(playground.state.learn.trials).toEqual({});
    expect(playground.state.notices.map(({ kind }) => kind)).toEqual(["startFailed"]);
  });

  it("is done when its run is over, and stays so in this browser", async () => {
    const learned = memoryText();
    const opened = await loadedPlayground({ learned });
    await opened.playground.learn.run("factor", tried);
    train(opened, 1);
    expect(opened.playground.state.learn.done).toEqual([]);
    finish(opened);
    expect(opened.playground.state.learn.done).toEqual(["factor"]);
    learned.write(`${learned.read()} gone`);
    const again = await loadedPlayground({ learned });
    expect(again.playground.state.learn.done).toEqual(["factor"]);
  });

  it("is taken further in the Race without another run, or with its own where it is not on the page", async () => {
    const opened = await loadedPlayground();
    const { playground, service } = opened;
    await playground.learn.run("twins", tried);
    finish(opened);
    const starts = () => service.started.length;
    const before = starts();
    await playground.learn.takeFurther(CONFIG, { id: "", text: "From a chapter" });
    expect(starts()).toBe(before);
    expect(playground.state).toMatchObject({ page: "race", draft: { steps: 3 }, origin: { page: "learn" } });
    await playground.learn.takeFurther(tinyConfig({ steps: 5 }), { id: "", text: "From a chapter" });
    expect(service.started.at(-1)?.steps).toBe(5);
  });
});

describe("the chapters in the address", () => {
  it.each(CHAPTER_IDS.map((id, i) => [i + 1, id] as const))("are called by their numbers: %i", (number, id) => {
    const hash = formatUrl(state({ page: "learn", chapter: id }));
    expect(hash).toBe(`learn=${number}`);
    expect(parseUrl(hash)).toMatchObject({ page: "learn", chapter: id, errors: [] });
  });

  it("begin with the first where none is named, and say so where there is none of that number", () => {
    expect(parseUrl("learn")).toMatchObject({ page: "learn", chapter: CHAPTER_IDS[0], errors: [] });
    expect(parseUrl("learn=99")).toMatchObject({ page: "learn", chapter: CHAPTER_IDS[0], errors: [{ path: "learn" }] });
    expect(parseUrl("lab=bound")).toMatchObject({ page: "bound", chapter: null });
  });

  it("follow one another, and end", () => {
    expect(chapterBeside(CHAPTER_IDS[0], -1)).toBeNull();
    expect(chapterBeside(CHAPTER_IDS[0], 1)).toBe(CHAPTER_IDS[1]);
    expect(chapterBeside(CHAPTER_IDS.at(-1)!, 1)).toBeNull();
  });
});
