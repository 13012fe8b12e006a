import { expect, it } from "vitest";
import { RunColumns } from "../../../src/record/columns";
import { FRESH_READING } from "../../../src/session/reading/state";
import { DEFAULT_VIEW } from "../../../src/session/view";
import { pageAxis } from "../../../src/ui/figure/pageAxis";
import { tinyConfig } from "../../support/experiment";

const run = (name: string, config = tinyConfig({ batchSize: 8 })) => ({
  name,
  config,
  columns: new RunColumns(2),
  changes: [],
});
const onPage = (view: Partial<typeof DEFAULT_VIEW>, reading: Partial<typeof FRESH_READING> = {}) => ({
  view: { ...DEFAULT_VIEW, ...view },
  reading: { ...FRESH_READING, ...reading },
});

it("takes over the axis of the charts, and the zoom of the chart that draws a metric", () => {
  const state = onPage({ x: "samples", xScale: "log" }, { zoom: [8, 80], zooms: { loss: [16, 32] } });
  const page = pageAxis(state, [run("A")], 100);
  expect(page?.alongOf(DEFAULT_VIEW.loss)).toMatchObject({ axis: "samples", log: true, zoom: [16, 32] });
  expect(page?.alongOf("alignment")).toMatchObject({ name: "samples seen", whole: true, zoom: [8, 80] });
  expect(page?.alongOf("alignment").places[0]?.(3)).toBe(24);
});

it("is nothing of its own where the charts show all steps, or where the run has no place", () => {
  expect(pageAxis(onPage({}), [run("A")], 100)).toBeNull();
  expect(pageAxis(onPage({ x: "time" }), [run("A")], 100)).toBeNull();
  expect(pageAxis(onPage({ x: "epochs" }), [run("A")], null)).toBeNull();
});

it("names the runs behind that have no place on it", () => {
  const elsewhere = tinyConfig({ dataset: { id: "points", layout: "moons", classes: 2, samples: 200 } as never });
  const page = pageAxis(onPage({ x: "epochs" }), [run("A"), run("B", elsewhere), run("C")], 100);
  expect(page?.notPlaced).toEqual(["B"]);
});
