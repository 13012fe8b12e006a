import { beforeEach, describe, expect, it } from "vitest";
import { presetConfig } from "../../src/config/presets";
import { PlaygroundError } from "../../src/i18n/errors";
import { english } from "../../src/i18n/translate";
import { parseUrl } from "../../src/session/address/address";
import { type AddressBar, boot } from "../../src/session/boot";
import { lacksFiles } from "../../src/session/data/filesFor";
import { Playground } from "../../src/session/playground";
import type { Visitor } from "../../src/session/visit/visitor";
import { texts as workerTexts } from "../../src/worker/errors";
import { FakeService } from "./fakeService";

let service: FakeService;

/** Lets queued work and timers of no delay run. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 15));

beforeEach(() => {
  service = new FakeService();
});

/** With nothing against training by itself but, on the service's device, what the experiment costs. */
const VISITOR: Visitor = {
  firstPreset: "points",
  circumstances: async () => ({ prefersReducedMotion: false, savesData: false, battery: null }),
};

class FakeAddress implements AddressBar {
  change: () => void = () => {
    throw new Error("Nobody listens.");
  };
  hash: string;
  /** Written as places of their own. */
  readonly pushed: string[] = [];

  constructor(hash: string) {
    this.hash = hash;
  }

  read(): string {
    return this.hash;
  }

  write(hash: string, turned = false): void {
    this.hash = hash;
    if (turned) this.pushed.push(hash);
  }

  /** As somebody who edits the address does, or goes back to one. */
  edit(hash: string): void {
    this.hash = hash;
    this.change();
  }

  listen(changed: () => void): void {
    this.change = changed;
  }
}

describe("boot", () => {
  it("shows the first preset of the visitor where the address names no experiment, at once", () => {
    for (const firstPreset of ["points", "vanish"]) {
      const fresh = new Playground(service);
      void boot(fresh, new FakeAddress(""), { ...VISITOR, firstPreset });
      expect(fresh.state).toMatchObject({ presetId: firstPreset, draft: presetConfig(firstPreset) });
    }
  });

  it("opens the tour that a link asks for, over the light preset or the link's own, and forgets that it was asked", async () => {
    for (const [hash, preset] of [
      ["#tour", "points"],
      ["#preset=circle&tour", "circle"],
    ] as const) {
      const bar = new FakeAddress(hash);
      const fresh = new Playground(service);
      await boot(fresh, bar, { ...VISITOR, firstPreset: "vanish" });
      expect(fresh.state).toMatchObject({ presetId: preset, tour: { at: 0 }, run: { state: "running" }, notices: [] });
      expect(bar.hash).toBe(`preset=${preset}`);
      expect(service.calls.filter((call) => call.startsWith("step"))).toEqual([]);
    }
  });

  it("opens no tour that a link says no to, and says what it may say", () => {
    expect(parseUrl("#tour=1")).toMatchObject({ tour: true, errors: [] });
    expect(parseUrl("#tour=0")).toMatchObject({ tour: false, errors: [] });
    expect(parseUrl("#tour=maybe")).toMatchObject({ tour: false, errors: [{ path: "tour" }] });
  });

  it("shows its first preset where a link names one that there is not, with the link's other fields", async () => {
    const bar = new FakeAddress("#preset=nothing&seeds=4");
    const fresh = new Playground(service);
    await boot(fresh, bar, VISITOR);
    expect(fresh.state).toMatchObject({ presetId: "points", draft: { ...presetConfig("points"), seeds: 4 } });
    expect(fresh.state.notices[0]?.errors[0]?.message).toMatch(/"nothing"; allowed are vanish/);
    bar.edit("#preset=neither&seeds=5");
    await settle();
    expect(fresh.state).toMatchObject({ presetId: "points", draft: { seeds: 5 } });
  });

  it("keeps its first preset where a link asks for a device alone, or for nothing that there is", async () => {
    for (const hash of ["#backend=wasm", "#backend=wasm&captured=false", "#color=blue"]) {
      const fresh = new Playground(service);
      await boot(fresh, new FakeAddress(hash), VISITOR);
      expect(fresh.state.presetId, hash).toBe("points");
      expect(fresh.state.draft.dataset.id, hash).toBe("points");
    }
    const fresh = new Playground(service);
    await boot(fresh, new FakeAddress("#backend=wasm"), { ...VISITOR, firstPreset: "vanish" });
    expect(fresh.state).toMatchObject({ presetId: "points", draft: { backend: "wasm" } });
  });

  it("counts the fields of a lesson that could not be read, beside naming each", async () => {
    const fresh = new Playground(service);
    await boot(fresh, new FakeAddress("#preset=points&lesson=1&lesson.stop=0&lesson.zoom=4&lesson.color=red"), VISITOR);
    const [notice] = fresh.state.notices;
    expect(notice?.detail && english(notice.detail)).toBe("3 fields in all:");
    expect(notice?.errors.map(({ path }) => path)).toEqual(["lesson.stop", "lesson.zoom", "lesson.color"]);
  });

  it("opens a link, says what it could not read, and writes changes back", async () => {
    const bar = new FakeAddress("#preset=points&batchSize=0&seeds=4");
    const fresh = new Playground(service, { settleDelay: 0 });
    await boot(fresh, bar, VISITOR);
    expect(fresh.state.draft.seeds).toBe(4);
    expect(fresh.state.notices[0]).toMatchObject({ kind: "invalidAddress", errors: [{ path: "batchSize" }] });
    expect(bar.hash).toBe("preset=points&seeds=4");
    fresh.setView({ smoothing: 0.5 });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(bar.hash).toBe("preset=points&seeds=4&view.smoothing=0.5");
  });

  it("follows when somebody edits the address", async () => {
    const bar = new FakeAddress("#preset=points");
    const fresh = new Playground(service);
    await boot(fresh, bar, VISITOR);
    bar.edit("#preset=points&seeds=2");
    await settle();
    expect(fresh.state.run?.config.seeds).toBe(2);
  });

  it("gives a page that is turned a place in the history, and none to one that the address turned to", async () => {
    const bar = new FakeAddress("#preset=points");
    const fresh = new Playground(service);
    await boot(fresh, bar, VISITOR);
    bar.edit("#preset=points&lab=precision&seeds=2");
    await settle();
    expect(fresh.state).toMatchObject({ page: "precision", draft: { seeds: 2 } });
    expect(bar).toMatchObject({ hash: "preset=points&seeds=2&lab=precision", pushed: [] });
    fresh.setPage("race");
    expect(bar.pushed).toEqual(["preset=points&seeds=2"]);
  });

  it("follows while the first run is still being prepared", async () => {
    const bar = new FakeAddress("#preset=points");
    const fresh = new Playground(service);
    service.start = () => new Promise(() => undefined);
    void boot(fresh, bar, VISITOR);
    await settle();
    bar.edit("#preset=points&seeds=2");
    await settle();
    expect(fresh.state.draft.seeds).toBe(2);
  });

  it("shows its first preset, and why it does not run, where the training can run nowhere", async () => {
    const fresh = new Playground(service);
    service.environment = () => Promise.reject(new Error("no backend"));
    service.start = () => Promise.reject(new Error("no backend"));
    await boot(fresh, new FakeAddress(""), VISITOR);
    expect(fresh.state).toMatchObject({ presetId: "points", notices: [{ kind: "startFailed" }] });
  });

  it("says that the worker's file did not come, and tries again when asked to", async () => {
    const fresh = new Playground(service);
    const { environment, start } = service;
    service.environment = () => Promise.reject(new PlaygroundError(workerTexts.notLoaded));
    service.start = () => Promise.reject(new PlaygroundError(workerTexts.notLoaded));
    await boot(fresh, new FakeAddress(""), VISITOR);
    expect(fresh.state.notices.map(({ kind }) => kind)).toEqual(["workerMissing"]);
    Object.assign(service, { environment, start });
    expect(await fresh.tryAgain()).toBe(true);
    expect(fresh.state).toMatchObject({ notices: [], run: { state: "paused" } });
  });

  it("never shows the settings of a user's files over other data", async () => {
    const fresh = new Playground(service);
    const starts = service.started.length;
    await boot(fresh, new FakeAddress("#preset=points&dataset.id=files&dataset.name=mine&encoder.id=convnet"), VISITOR);
    expect(fresh.state.draft).toMatchObject({ dataset: { id: "files", name: "mine" }, encoder: { id: "convnet" } });
    expect(lacksFiles(fresh.state)).toBe(true);
    expect(service.started).toHaveLength(starts);
    expect(fresh.state).toMatchObject({ run: null, notices: [] });
  });

  it("trains a little by itself where the address says nothing, and never for a link", async () => {
    for (const [hash, calls] of [
      ["", ["start", "step 401"]],
      ["#autoplay=0", ["start"]],
      ["#preset=points", ["start"]],
      ["#lab=sweep", ["start"]],
    ] as const) {
      service = new FakeService();
      const fresh = new Playground(service);
      await boot(fresh, new FakeAddress(hash), VISITOR);
      await settle();
      expect(service.calls).toEqual(calls);
      expect(fresh.state.notices).toEqual([]);
    }
  });

  it("leaves a run alone that somebody has touched before it could begin by itself", async () => {
    const fresh = new Playground(service);
    const visitor: Visitor = {
      ...VISITOR,
      circumstances: async () => {
        await fresh.play();
        return VISITOR.circumstances();
      },
    };
    await boot(fresh, new FakeAddress(""), visitor);
    await settle();
    expect(service.calls).toEqual(["start", "resume"]);
  });
});
