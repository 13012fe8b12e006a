import { beforeEach, describe, expect, it } from "vitest";
import { picked } from "../../../src/data/readers/pickedFiles";
import type { DatasetSummary } from "../../../src/data/types";
import { verbatim } from "../../../src/i18n/errors";
import { english } from "../../../src/i18n/translate";
import { contentOf } from "../../../src/session/data/contentOf";
import { canRunLab, isSurveying, refusalOf, surveyOf } from "../../../src/session/labs/survey";
import { Playground } from "../../../src/session/playground";
import { memoryLabs } from "../../../src/storage/labArchive";
import { adviceConfig, adviceRows } from "../../support/labs/advice";
import { DATASET, ENVIRONMENT, FakeService } from "../fakeService";

/** Ants and bees. */
const IMAGES: DatasetSummary = {
  ...DATASET,
  shape: [32, 32, 3],
  classNames: ["ant", "bee"],
  trainCount: 800,
  testCount: 200,
  classCounts: { bank: [400, 400], test: [100, 100] },
};
const WASM = { ...ENVIRONMENT, backend: "wasm" as const };

let service: FakeService;
let playground: Playground;

/** Lets queued work and timers of no delay run. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 15));
const own = (text: string, name = "ants.zip") => picked([new File([text], name)]);
const lab = () => playground.state.labs.advice;
const survey = () => surveyOf("advice", playground.state);

beforeEach(() => {
  service = new FakeService();
  service.dataset = IMAGES;
  playground = new Playground(service, { labArchive: memoryLabs(), redrawInterval: 0 });
  playground.setPage("advice");
});

async function drop(text: string): Promise<void> {
  await playground.loadFiles(own(text));
  await settle();
}

async function answer(): Promise<void> {
  const advice = adviceConfig({ ...lab().config, seeds: 2 });
  void playground.labs.run("advice");
  await settle();
  service.tellLab({ type: "rows", rows: adviceRows(advice, { accuracy: () => 0.5 }) });
  service.tellLab({ type: "finished" });
  await settle();
}

describe("the data of a lab, before it is run", () => {
  it("is looked at when it comes, once, and with its files", async () => {
    await drop("a");
    expect(survey()?.found).toMatchObject({ dataset: { trainCount: 800 }, environment: ENVIRONMENT });
    await playground.surveys.look("advice");
    expect(service.surveyRequests).toHaveLength(1);
    expect(service.surveyRequests[0]).toMatchObject({ id: "advice", files: { files: [{ path: "ants.zip" }] } });
  });

  it("is not looked at where it is made here or has to be fetched", async () => {
    await playground.surveys.look("advice");
    await playground.giveToLab("advice", { id: "public", set: "mnist", samples: 1000, colour: "keep" });
    await settle();
    expect(service.surveyRequests).toEqual([]);
    expect(survey()).toBeNull();
    expect(canRunLab("advice", playground.state)).toBe(true);
  });

  it("keeps the lab from running while it is read", async () => {
    let finish = (): void => undefined;
    const reading = new Promise<void>((resolve) => {
      finish = resolve;
    });
    service.surveyLab = async (_, report) => {
      report(0.4);
      await reading;
      return { ok: true, dataset: IMAGES, environment: ENVIRONMENT, speed: 5 };
    };
    await drop("a");
    expect(survey()).toMatchObject({ share: 0.4, found: null });
    expect(isSurveying(survey())).toBe(true);
    expect(canRunLab("advice", playground.state)).toBe(false);
    finish();
    await settle();
    expect(canRunLab("advice", playground.state)).toBe(true);
  });

  it("is refused before Run where it has no labels, with what is needed", async () => {
    service.dataset = { ...IMAGES, labeled: false, classCounts: null, classNames: [] };
    await drop("a");
    expect(canRunLab("advice", playground.state)).toBe(false);
    expect(english(refusalOf("advice", playground.state)!)).toMatch(/no labels.*each class into a folder of their own/);
    service.surveyed = { ok: false, said: { id: "x" } as never };
    await drop("b");
    expect(survey()?.failure).not.toBeNull();
    expect(canRunLab("advice", playground.state)).toBe(false);
  });

  it("says so where looking fails in another way, and nothing is left unhandled", async () => {
    await drop("a");
    service.cancelSurvey = () => Promise.reject(new Error("the worker is gone"));
    playground.labs.setField("advice", "experiment.dataset", {
      id: "public",
      set: "mnist",
      samples: 1000,
      colour: "keep",
    });
    await playground.surveys.look("advice");
    expect(playground.state.notices).toMatchObject([{ kind: "startFailed", detail: verbatim("the worker is gone") }]);
  });

  it("makes the quick answer the one that is proposed for images on a CPU, and for nothing else", async () => {
    await drop("a");
    expect(lab().config.effort).toBe("normal");
    service.environmentIs = WASM;
    await drop("b");
    expect(lab().config.effort).toBe("quick");
    playground.labs.setField("advice", "effort", "normal");
    await playground.surveys.look("advice");
    expect(lab().config.effort).toBe("normal");
    service.dataset = { ...IMAGES, shape: [2] };
    await drop("c");
    expect(lab().config.effort).toBe("normal");
  });

  it("does not leave a finished answer for a quicker one", async () => {
    await drop("a");
    await answer();
    service.environmentIs = WASM;
    await drop("b");
    expect(lab()).toMatchObject({ rows: [], config: { effort: "quick" } });
    await drop("a");
    // The settings are those of the second drop; with its own, the first answer is there again, and stays.
    playground.labs.setField("advice", "effort", "normal");
    await settle();
    expect(lab().phase).toBe("finished");
    await drop("a");
    expect(lab()).toMatchObject({ phase: "finished", config: { effort: "normal" } });
  });
});

describe("files of one name", () => {
  it("are told apart by what is in them, and each content has its own answer", async () => {
    await drop("a");
    await answer();
    expect(lab().phase).toBe("finished");
    await drop("b");
    expect(lab()).toMatchObject({ phase: "idle", rows: [] });
    await drop("a");
    expect(lab().phase).toBe("finished");
    expect(lab().rows.length).toBeGreaterThan(0);
  });

  it("are not taken for those of the settings where they have other contents", async () => {
    await drop("a");
    const config = lab().config;
    await drop("b");
    playground.labs.setConfig("advice", config);
    expect(await playground.labs.run("advice")).toMatchObject({ type: "failed", said: { args: { name: "ants.zip" } } });
    expect(service.labRequests).toEqual([]);
  });

  it("have one checksum in whatever order they come, and another with another folder or byte", async () => {
    const files = [...own("1", "a/x"), ...own("2", "b/y")];
    const of = (list: typeof files) => contentOf({ id: 1, files: list });
    const first = await of(files);
    expect(first).toMatch(/^[0-9a-f]{8}-2$/);
    expect(await of(files.toReversed())).toBe(first);
    expect(await of(files.map(({ file, path }) => ({ file, path: `c/${path}` })))).not.toBe(first);
    expect(await of([...own("1", "a/x"), ...own("3", "b/y")])).not.toBe(first);
  });
});

describe("data of the Race", () => {
  it("goes along to the lab, with its files, and the Race keeps its own", async () => {
    playground.setPage("race");
    await playground.loadFiles(own("a"));
    expect(playground.state.run).not.toBeNull();
    await playground.askLab("advice");
    await settle();
    expect(playground.state.page).toBe("advice");
    expect(lab().config.base.dataset).toMatchObject({ id: "files", name: "ants.zip", content: expect.any(String) });
    expect(service.surveyRequests[0]?.files?.files).toEqual(playground.state.files?.files);
    expect(playground.state.draft.dataset).not.toHaveProperty("content");
  });

  it("goes along as well where the settings of the Race did not take it", async () => {
    const files = playground.ownFiles.pick(own("a"));
    const { dataset } = adviceConfig({ base: { dataset: { id: "files", name: "ants.zip" } } }).base;
    await playground.askLab("advice", { dataset, files, shape: [32, 32, 3] });
    await settle();
    expect(service.surveyRequests[0]?.files).toBe(files);
  });
});

describe("the loading of a lab's data", () => {
  it("shows how far it is until the work begins", async () => {
    void playground.labs.run("advice");
    await settle();
    service.tellLab({ type: "loading", share: 0.3 });
    await settle();
    expect(lab()).toMatchObject({ phase: "running", loading: 0.3 });
    service.tellLab({ type: "loading", share: 1 });
    await settle();
    expect(lab().loading).toBeNull();
    service.tellLab({ type: "loading", share: 0.6 });
    await playground.labs.cancel("advice");
    await settle();
    expect(lab()).toMatchObject({ phase: "stopped", loading: null, total: 0 });
  });
});
