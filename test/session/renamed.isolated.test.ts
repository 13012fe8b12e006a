import { describe, expect, it, vi } from "vitest";
import { parseLab } from "../../src/labs/parse";
import { formatUrl, parseUrl } from "../../src/session/address/address";

/** Two fields that are thrown away after this test, under the names that they had before. */
vi.mock("../../src/config/renamed", async (original) => {
  const { renamedPath, withRenamed } = await original<typeof import("../../src/config/renamed")>();
  const table = { "optimizer.rate": "optimizer.learningRate", "arms.tau": "arms.temperature" };
  return {
    RENAMED: table,
    renamedPath: (path: string) => renamedPath(path, table),
    withRenamed: (input: unknown) => withRenamed(input, table),
  };
});

describe("a field that has another name today", () => {
  it("is read from the address of an experiment", () => {
    const { config, errors } = parseUrl("#optimizer.rate=0.02&arms=infoNce;flatNce,tau:0.1");
    expect(errors).toEqual([]);
    expect(config).toMatchObject({ optimizer: { learningRate: 0.02 }, arms: [{}, { temperature: 0.1 }] });
  });

  it("is read from a lab's settings in an address, and written under its new name", () => {
    const parsed = parseUrl(
      "#sweep.base.optimizer.rate=0.02&sweep.base.arms=infoNce;flatNce,tau:0.1&sweep.y.path=optimizer.rate&sweep.y.values=0.1,0.2",
    );
    expect(parsed.errors).toEqual([]);
    expect(parsed.labs.sweep).toMatchObject({
      base: { optimizer: { learningRate: 0.02 }, arms: [{}, { temperature: 0.1 }] },
      y: { path: "optimizer.learningRate" },
    });
    const written = formatUrl(parsed);
    expect(written).toContain("sweep.base.optimizer.learningRate=0.02");
    expect(written).toContain("sweep.y.path=optimizer.learningRate");
    expect(parseUrl(`#${written}`).labs).toEqual(parsed.labs);
  });

  it("is said under its new name where its value is wrong, and does not exist in a lab without an experiment", () => {
    const paths = parseUrl("#sweep.base.optimizer.rate=no&bound.optimizer.rate=1").errors.map(({ path }) => path);
    expect(paths).toEqual(["sweep.base.optimizer.learningRate", "bound.optimizer.rate"]);
  });

  it("is found in a lab's settings from console and controls", () => {
    const base = { optimizer: { rate: 0.02 }, arms: [{ objective: "infoNce", tau: 0.1 }, { objective: "flatNce" }] };
    const result = parseLab("sweep", { base, x: { path: "optimizer.rate", values: [0.1] } });
    expect(result).toMatchObject({
      ok: true,
      config: {
        base: { optimizer: { learningRate: 0.02 }, arms: [{ temperature: 0.1 }, {}] },
        x: { path: "optimizer.learningRate" },
      },
    });
    expect(parseLab("bound", { steps: 5 })).toMatchObject({ ok: true, config: { steps: 5 } });
    expect(parseLab("bound", "none").ok).toBe(false);
  });
});
