import { beforeEach, describe, expect, it } from "vitest";
import { presetConfig } from "../../../src/config/presets";
import { picked } from "../../../src/data/readers/pickedFiles";

import { say } from "../../../src/i18n/message";
import { english } from "../../../src/i18n/translate";
import { planEncoder } from "../../../src/models";
import { unsuitedData } from "../../../src/session/data/dataSetup";
import { lacksFiles } from "../../../src/session/data/filesFor";
import { Playground } from "../../../src/session/playground";
import { DEFAULT_VIEW } from "../../../src/session/view";
import { texts as training } from "../../../src/training/errors";
import { fillableBatch } from "../../../src/training/fillableBatch";
import { DATASET, type FakeService } from "../fakeService";
import { loadedPlayground, settle } from "../loadedPlayground";
import { memoryOwnFiles } from "../memoryOwnFiles";

let service: FakeService;
let playground: Playground;

beforeEach(async () => {
  ({ service, playground } = await loadedPlayground());
});

const drop = (name: string) => playground.loadFiles(picked([new File(["12"], name)]));

describe("settings for other samples", () => {
  it("are offered for images that are dropped onto settings for points, and can be taken back", async () => {
    expect(unsuitedData(playground.state)).toBeNull();
    service.dataset = { ...DATASET, shape: [28, 28, 1] };
    await drop("digits.idx");
    expect(unsuitedData(playground.state)?.shape).toEqual([28, 28, 1]);
    const before = playground.state;
    expect(await playground.setup.apply()).toBe(true);
    expect(service.started.at(-1)).toMatchObject({
      dataset: { id: "files", name: "digits.idx" },
      encoder: { id: "convnet" },
      augmentation: { minScale: 0.4 },
      batchSize: presetConfig("low-temperature").batchSize,
    });
    expect(playground.state).toMatchObject({ presetId: "low-temperature", setup: { before: { presetId: "points" } } });
    expect(unsuitedData(playground.state)).toBeNull();
    expect(await playground.setup.undo()).toBe(true);
    expect(playground.state).toMatchObject({
      draft: before.draft,
      presetId: "points",
      files: before.files,
      setup: null,
    });
    expect(service.started.at(-1)).toEqual(before.draft);
  });

  it("are offered for rows that the encoder refuses, and load them", async () => {
    playground.choosePreset("vanish");
    await settle();
    service.refusal = refusalOfRows();
    expect(await drop("table.csv")).toBe(false);
    expect(playground.state.draft.dataset.id).toBe("glyphs");
    expect(unsuitedData(playground.state)).toMatchObject({ dataset: { name: "table.csv" }, shape: [4] });
    expect(await playground.setup.apply()).toBe(true);
    expect(service.started.at(-1)).toMatchObject({ dataset: { name: "table.csv" }, encoder: { id: "mlp" } });
    expect(playground.state.files?.files.map(({ path }) => path)).toEqual(["table.csv"]);
    await playground.setup.undo();
    expect(service.started.at(-1)).toMatchObject({ dataset: { id: "glyphs" }, encoder: { id: "convnet" } });
  });

  it("change nothing where the run cannot be started", async () => {
    service.dataset = { ...DATASET, shape: [28, 28, 1] };
    await drop("digits.idx");
    const before = playground.state;
    service.failure = "too few samples";
    expect(await playground.setup.apply()).toBe(false);
    expect(playground.state).toMatchObject({ draft: before.draft, presetId: "points", setup: null });
  });
});

describe("data that does not fill a batch", () => {
  const short = say(training.fewSamples, { batchSize: 32, count: 31 });

  it("is trained on once smaller batches are taken", async () => {
    service.refusal = short;
    expect(await drop("few.csv")).toBe(false);
    expect(playground.state).toMatchObject({ draft: { dataset: { id: "points" } }, shortData: { batchSize: 16 } });
    expect(await playground.setup.shrinkBatch()).toBe(true);
    expect(service.started.at(-1)).toMatchObject({ dataset: { id: "files", name: "few.csv" }, batchSize: 16 });
    expect(playground.state.files?.files.map(({ path }) => path)).toEqual(["few.csv"]);
    expect(playground.state.shortData).toBeNull();
  });

  it("is set up for images in smaller batches, where those of the preset are too large", async () => {
    service.dataset = { ...DATASET, shape: [28, 28, 1] };
    await drop("digits.idx");
    service.refusal = short;
    expect(await playground.setup.apply()).toBe(false);
    expect(await playground.setup.shrinkBatch()).toBe(true);
    expect(service.started.at(-1)).toMatchObject({ encoder: { id: "convnet" }, batchSize: 16 });
    expect(playground.state.presetId).toBe("low-temperature");
  });

  it("changes nothing where it cannot be trained on in smaller batches either", async () => {
    service.refusal = short;
    await drop("few.csv");
    const { draft } = playground.state;
    service.failure = "no memory";
    expect(await playground.setup.shrinkBatch()).toBe(false);
    expect(playground.state.draft).toEqual(draft);
  });

  it.each([
    [31, 16],
    [16, 16],
    [2, 2],
    [1, null],
  ])("of %i samples fills batches of %s", (count, batchSize) => {
    expect(fillableBatch(say(training.fewSamples, { batchSize: 64, count }))).toBe(batchSize);
  });
});

describe("files of the user's own", () => {
  it("have to be dropped again for the settings of a past run of others", async () => {
    await drop("first.csv");
    const past = { presetId: "points", config: playground.state.draft };
    await drop("second.csv");
    await playground.reuseSettings(past);
    await settle();
    expect(lacksFiles(playground.state)).toBe(true);
    expect(service.started.at(-1)?.dataset).toMatchObject({ name: "second.csv" });
    await drop("first.csv");
    expect(lacksFiles(playground.state)).toBe(false);
  });

  it("are there after a reload where they are kept, and no longer once they are deleted", async () => {
    const ownFiles = memoryOwnFiles();
    const first = new Playground(service, { settleDelay: 0, ownFiles });
    await first.loadFiles(picked([new File(["12"], "a.csv"), new File(["345"], "b.csv")]));
    await first.ownFiles.keep(first.state.files!);
    expect(first.state.ownFiles).toEqual([{ name: "a.csv, b.csv", count: 2, size: 5 }]);
    const config = first.state.draft;
    const second = new Playground(service, { settleDelay: 0, ownFiles });
    expect(await second.load({ presetId: null, config, view: DEFAULT_VIEW })).toBe(true);
    expect(second.state.run?.files?.files.map(({ path }) => path)).toEqual(["a.csv", "b.csv"]);
    await second.ownFiles.remove("a.csv, b.csv");
    expect(second.state.ownFiles).toEqual([]);
    const third = new Playground(service, { settleDelay: 0, ownFiles });
    expect(await third.load({ presetId: null, config, view: DEFAULT_VIEW })).toBe(false);
    expect(third.state).toMatchObject({ run: null, draft: { dataset: { name: "a.csv, b.csv" } } });
  });

  it("say why they cannot be kept", async () => {
    const ownFiles = { ...memoryOwnFiles(), write: () => Promise.reject(new Error("no room")) };
    const page = new Playground(service, { settleDelay: 0, ownFiles });
    await page.loadFiles(picked([new File(["12"], "a.csv")]));
    await page.ownFiles.keep(page.state.files!);
    expect(page.state.notices.map(({ kind, detail }) => [kind, detail && english(detail)])).toEqual([
      ["filesNotKept", "no room"],
    ]);
  });
});

describe("an experiment that was opened from elsewhere", () => {
  it("says where it comes from, as long as it is that one", async () => {
    const config = presetConfig("circle");
    const from = say({ id: "sweep.cell.origin", text: "{place}" }, { place: "Batch size 8" });
    await playground.openInRace(config, from);
    expect(playground.state.origin).toMatchObject({ from, config: { batchSize: config.batchSize } });
    await playground.openInRace(config);
    expect(playground.state.origin).toBeNull();
  });
});

/** What the worker says of rows and an encoder of images. */
function refusalOfRows() {
  try {
    planEncoder(presetConfig("vanish").encoder, [4]);
  } catch (error) {
    return (error as { said: ReturnType<typeof say> }).said;
  }
  throw new Error("the rows were not refused");
}
