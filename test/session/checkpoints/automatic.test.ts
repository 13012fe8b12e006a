import { afterEach, describe, expect, it } from "vitest";
import type { ExperimentConfig } from "../../../src/config/schema";
import { readCheckpoint } from "../../../src/export/checkpoint";
import { intervalAfter } from "../../../src/session/checkpoints/automatic";
import type { RunClaims } from "../../../src/session/checkpoints/claims";
import { Playground } from "../../../src/session/playground";
import type { PlaygroundOptions } from "../../../src/session/playgroundOptions";
import { DEFAULT_VIEW } from "../../../src/session/view";
import {
  type CheckpointHead,
  type CheckpointStore,
  memoryCheckpoints,
  outlived,
  readableHeads,
} from "../../../src/storage/checkpoints/checkpointStore";
import { memoryHistory } from "../../../src/storage/runs/history";
import { tinyConfig } from "../../support/experiment";
import { FakeService } from "../fakeService";
import { settle } from "../loadedPlayground";
import { measuredBy, openPage, playToEnd, until } from "./pageUnderTest";

const CONFIG = tinyConfig({ steps: 12, backend: "wasm" });
const pages: Playground[] = [];
afterEach(async () => {
  await Promise.all(pages.splice(0).map((page) => page.service.stop()));
});

/** A page as it is after a reload: what it had in memory is gone, and what it had kept is looked for. */
async function page(options: PlaygroundOptions, config: ExperimentConfig = CONFIG): Promise<Playground> {
  const opened = await openPage(config, options);
  pages.push(opened);
  await opened.runs.archive.load();
  await opened.goingOn.look();
  return opened;
}

/** Resolves when a checkpoint of a step is kept. */
async function kept(store: CheckpointStore, step: number, isOpen = true): Promise<CheckpointHead> {
  for (;;) {
    const head = (await store.heads()).find((other) => other.step === step && other.isOpen === isOpen);
    if (head) return head;
    await settle();
  }
}

describe("a run that the page is lost in the middle of", () => {
  it("is offered by the next page, and goes on to the record of the uninterrupted one, to the bit", async () => {
    const whole = await page({});
    await playToEnd(whole);
    const stores = { checkpoints: memoryCheckpoints(), history: memoryHistory() };

    const lost = await page(stores);
    expect(lost.state.interrupted).toBeNull();
    await lost.step(5);
    const { id } = lost.state.run!;
    await kept(stores.checkpoints, 5);
    await lost.service.stop();

    const next = await page(stores);
    expect(next.state.interrupted).toMatchObject({ id, step: 5, steps: 12 });
    expect(await next.goingOn.goOn(id)).toBe(true);
    expect(next.state.interrupted).toBeNull();
    expect(next.state.run).toMatchObject({ id, step: 5, state: "paused" });
    expect(next.state.notices).toEqual([]);
    await playToEnd(next);
    expect(measuredBy(next)).toEqual(measuredBy(whole));
    await kept(stores.checkpoints, 12, false);
    await next.runs.archive.done();
    expect(next.state.history).toMatchObject([{ id, stepsDone: 12, ended: "finished" }]);
    expect((await page(stores)).state.interrupted).toBeNull();
  });

  it("is kept while it trains", async () => {
    const [checkpoints, service] = [memoryCheckpoints(), new FakeService()];
    const options = { checkpoints, checkpointInterval: 0, redrawInterval: 0, settleDelay: 0 };
    const playground = new Playground(service, options);
    await playground.load({ presetId: null, config: CONFIG, view: DEFAULT_VIEW });
    await playground.play();
    await settle();
    expect(await checkpoints.heads()).toEqual([]);
    service.tellLoss(0, 1);
    service.tellLoss(1, 1);
    service.state = { step: 1, tensors: new Map() };
    const { id } = await kept(checkpoints, 1);
    expect(playground.state.run).toMatchObject({ id, state: "running", step: 2 });
    const { run } = readCheckpoint((await checkpoints.read(id))!);
    expect(run?.columns.series(0).step).toEqual([0]);
  });

  it("is not offered once it was given up for another, nor where another page has it, nor what the page trained unasked", async () => {
    const checkpoints = memoryCheckpoints();
    const left = await page({ checkpoints });
    await left.step(2);
    const { id } = await kept(checkpoints, 2);
    const elsewhere: RunClaims = { claim: () => undefined, isClaimed: async (other) => other === id };
    expect((await page({ checkpoints, claims: elsewhere })).state.interrupted).toBeNull();
    expect((await page({ checkpoints })).state.interrupted).toMatchObject({ id });
    await left.restart();
    await kept(checkpoints, 2, false);
    expect((await page({ checkpoints })).state.interrupted).toBeNull();
    await left.playUnasked(3);
    await until(left, ({ step }) => step === 3);
    await settle();
    expect((await checkpoints.heads()).map(({ step }) => step)).toEqual([2]);
  });

  it("is kept as it is when another takes its place after long training, and is offered at once", async () => {
    const checkpoints = memoryCheckpoints();
    const left = await page({ checkpoints, longRun: 0 });
    await left.step(2);
    await kept(checkpoints, 2);
    await left.step(3);
    const { id } = left.state.run!;
    await left.restart();
    expect((await checkpoints.heads()).map(({ step }) => step)).toEqual([5]);
    await until(left, ({ id: now }) => now !== id);
    for (; !left.state.interrupted; ) await settle();
    expect(left.state.interrupted).toMatchObject({ id, step: 5 });
    // Else it would not be offered any more once another tab has kept something.
    expect(await checkpoints.heads()).toMatchObject([{ id, isOpen: true }]);
    expect(await left.goingOn.goOn(id)).toBe(true);
    expect(left.state).toMatchObject({ interrupted: null, run: { id, step: 5, state: "paused" } });
  });

  it("gives way without a word where it was trained for a moment", async () => {
    const left = await page({ longRun: 60_000 });
    await left.step(2);
    await left.restart();
    await settle();
    expect(left.state.interrupted).toBeNull();
  });

  it("is gone when it is discarded, with what was measured of it still among the runs", async () => {
    const stores = { checkpoints: memoryCheckpoints(), history: memoryHistory() };
    const lost = await page(stores);
    await lost.step(2);
    await kept(stores.checkpoints, 2);
    await lost.runs.archive.done();
    const next = await page(stores);
    await next.goingOn.discard();
    expect(next.state.interrupted).toBeNull();
    expect(await stores.checkpoints.heads()).toEqual([]);
    expect(next.state.history).toMatchObject([{ stepsDone: 2 }]);
  });

  it.each([
    ["damaged", (bytes: Uint8Array) => bytes.slice(0, bytes.length >> 1), "errors.export"],
    ["of other tensors", (bytes: Uint8Array) => renamed(bytes, "exp_avg_sq", "exp_avg_sx"), "errors.state"],
  ])("is said not to go on where its checkpoint is %s, and the page does", async (_, damage, said) => {
    const checkpoints = memoryCheckpoints();
    const lost = await page({ checkpoints });
    await lost.step(2);
    const head = await kept(checkpoints, 2);
    await checkpoints.write(head, damage((await checkpoints.read(head.id))!) as Uint8Array<ArrayBuffer>);
    const next = await page({ checkpoints });
    expect(await next.goingOn.goOn(head.id)).toBe(false);
    expect(next.state.notices[0]?.detail?.id).toContain(said);
    expect(next.state.interrupted).toMatchObject({ id: head.id });
    await next.step(3);
    expect(next.state.run?.step).toBe(3);
  });

  it("says that it goes on elsewhere", async () => {
    const checkpoints = memoryCheckpoints();
    const lost = await page({ checkpoints });
    await lost.step(2);
    const head = await kept(checkpoints, 2);
    const bytes = renamed((await checkpoints.read(head.id))!, '\\"backend\\":\\"wasm\\"', '\\"backend\\":\\"cpu\\" ');
    await checkpoints.write(head, bytes);
    const next = await page({ checkpoints });
    expect(await next.goingOn.goOn(head.id)).toBe(true);
    expect(next.state.notices).toMatchObject([{ kind: "otherAdapter" }]);
    expect(next.record().changes).toMatchObject([{ step: 2, patch: {}, environment: { backend: "cpu" } }]);
  });

  it("goes on without checkpoints where there is no room, and says so once", async () => {
    const full = {
      ...memoryCheckpoints(),
      write: () => Promise.reject(new DOMException("full", "QuotaExceededError")),
    };
    const playground = await page({ checkpoints: full });
    for (const step of [1, 2]) {
      await playground.step();
      while (playground.state.notices.length === 0 && step === 1) await settle();
      expect(playground.state.notices).toMatchObject(step === 1 ? [{ kind: "checkpointsNotKept" }] : []);
      playground.dismiss(playground.state.notices[0]?.id ?? 0);
    }
    expect(playground.state.run?.step).toBe(2);
  });
});

describe("checkpoints on a disk that was full", () => {
  it("are kept again, which takes back what was said", async () => {
    const memory = memoryCheckpoints();
    let isFull = true;
    const write: typeof memory.write = (...given) =>
      isFull ? Promise.reject(new DOMException("full", "QuotaExceededError")) : memory.write(...given);
    const playground = await page({ checkpoints: { ...memory, write } });
    await playground.step();
    while (playground.state.notices.length === 0) await settle();
    isFull = false;
    await playground.step();
    await kept(memory, 2);
    while (playground.state.notices.length > 0) await settle();
  });
});

/** The same bytes with another text of the same length in them. */
function renamed(bytes: Uint8Array, before: string, after: string): Uint8Array<ArrayBuffer> {
  const text = Buffer.from(bytes).toString("latin1");
  expect(text).toContain(before);
  return new Uint8Array(Buffer.from(text.replaceAll(before, after), "latin1"));
}

describe("the checkpoints that are kept", () => {
  const head = (id: string, savedAt: string): CheckpointHead => ({
    id,
    savedAt: `2026-01-0${savedAt}T00:00:00.000Z`,
    startedAt: "2026-01-01T00:00:00.000Z",
    presetId: null,
    step: 1,
    steps: 2,
    isOpen: true,
    environment: {
      backend: "wasm",
      adapter: "",
      software: true,
      userAgent: "",
      tfjs: "",
      refused: [],
      kernels: "reference",
      kernelsRefused: null,
    },
  });

  it("are those of the last three runs, and of those that are starred", () => {
    const heads = ["e", "d", "c", "b", "a"].map((id, i) => head(id, String(5 - i)));
    expect(outlived(heads, (id) => id === "b")).toEqual(["a"]);
  });

  it("are listed with the latest first, without what cannot be read", () => {
    const heads = readableHeads([head("a", "1"), null, { ...head("x", "3"), step: "1" }, head("b", "2"), "text"]);
    expect(heads.map(({ id }) => id)).toEqual(["b", "a"]);
  });

  it("take at most 3 % of the time", () => {
    expect(intervalAfter(10, 5_000)).toBe(10_000);
    expect(intervalAfter(10, 20_000)).toBe(30_000);
    expect(intervalAfter(10, 100_000)).toBe(30_000);
    expect(intervalAfter(3000, 5_000)).toBe(100_000);
  });
});
