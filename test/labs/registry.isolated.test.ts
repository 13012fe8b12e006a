import { existsSync, readdirSync } from "node:fs";
import { describe, expect, it, vi } from "vitest";
import type { LabId } from "../../src/labs";
import { LAB_IDS } from "../../src/labs";
import { LAB_FIELDS } from "../../src/labs/fields";
import { measureLab } from "../../src/labs/measurements";
import { formatUrl, parseUrl } from "../../src/session/address/address";
import { Playground } from "../../src/session/playground";
import { createApi } from "../../src/session/playgroundApi";
import { ENVIRONMENT, FakeService } from "../session/fakeService";

/** What the page knows of a lab that is thrown away after this test: its schema, and its line in the index. */
vi.mock("../../src/labs/index", async (original) => {
  const { z } = await import("../../src/data/zod");
  const { defineLab } = await import("../../src/labs/types");
  const { LABS, LAB_IDS } = await original<typeof import("../../src/labs")>();
  const example = defineLab({
    id: "example",
    name: "Example",
    schema: z.strictObject({ points: z.int().min(1).max(9).default(3), shown: z.enum(["mean", "sd"]).default("mean") }),
    row: z.strictObject({ at: z.int(), value: z.number() }),
    display: ["shown"],
  });
  return { LABS: { ...LABS, example }, LAB_IDS: [...LAB_IDS, "example"] };
});

const EXAMPLE = "example" as LabId;
const settle = () => new Promise((resolve) => setTimeout(resolve, 15));

describe("the registry of labs", () => {
  const ours = LAB_IDS.filter((id) => id !== EXAMPLE);

  it("finds the measurement and the page of every lab in its folder", async () => {
    for (const id of ours) {
      expect(existsSync(`src/labs/${id}/measure.ts`), id).toBe(true);
      const pages = readdirSync(`src/labs/${id}/page`).filter((name) => name.endsWith("Lab.tsx"));
      expect(pages, id).toHaveLength(1);
    }
    await expect(measureLab("precision", { xiFrom: "no number" }, {} as never)).rejects.toThrow(/xiFrom/);
  });

  it("brings one more into address, settings, runs and console by its line alone", async () => {
    const parsed = parseUrl("#lab=example&example.points=5&example.shown=sd");
    expect(parsed.errors).toEqual([]);
    expect(parsed.page).toBe("example");
    expect(parsed.labs[EXAMPLE]).toEqual({ points: 5, shown: "sd" });
    expect(formatUrl(parsed)).toContain("lab=example&example.points=5&example.shown=sd");
    expect(parseUrl("#example.points=12").errors[0]?.path).toBe("example.points");
    expect(LAB_FIELDS[EXAMPLE]("points", {})).toMatchObject({ type: "integer", maximum: 9 });

    const service = new FakeService();
    const playground = new Playground(service, { redrawInterval: 0 });
    const result = createApi(playground, "1", Promise.resolve())
      .lab(EXAMPLE)
      .run({ points: 1 } as never);
    await settle();
    expect(service.labRequests[0]).toMatchObject({ id: "example", config: { points: 1, shown: "mean" } });
    service.tellLab({ type: "rows", rows: [{ at: 0, value: 2 }] });
    service.tellLab({ type: "finished" });
    expect(await result).toMatchObject({ lab: "example", environment: ENVIRONMENT, rows: [{ at: 0, value: 2 }] });
  });
});
