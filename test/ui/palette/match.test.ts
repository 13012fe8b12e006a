import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matching } from "../../../src/ui/palette/match";

const entry = (label: string, words = "") => ({ label, words });
const ENTRIES = [
  entry("Temperature", "temperature Training"),
  entry("Last temperature", "temperatureRule.end Training"),
  entry("Batch size", "batchSize Training"),
  entry("Series (CSV)", "exportCsv"),
  entry("Écart", "difference"),
];
const found = (query: string) => matching(ENTRIES, query).map(({ label }) => label);

describe("the palette's entries", () => {
  it("are found by words in any order, of the name or beside it, in any case and accent", () => {
    expect(found("size batch")).toEqual(["Batch size"]);
    expect(found("SIZE training")).toEqual(["Batch size"]);
    expect(found("batchsize")).toEqual(["Batch size"]);
    expect(found("temperatureRule.end")).toEqual(["Last temperature"]);
    expect(found("ecart")).toEqual(["Écart"]);
    expect(found("csv")).toEqual(["Series (CSV)"]);
  });

  it("stand in the order of how well they are meant, and are found by scattered letters last", () => {
    expect(found("temp")).toEqual(["Temperature", "Last temperature"]);
    expect(found("tmprtr")).toEqual(["Temperature", "Last temperature"]);
    expect(found("zzz")).toEqual([]);
    expect(found("batch zzz")).toEqual([]);
  });

  it("are all there where nothing is asked for", () => {
    expect(found("  ")).toEqual(ENTRIES.map(({ label }) => label));
  });

  it("are found by their own name, whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (label) => {
        expect(matching([entry(label)], label)).toHaveLength(1);
      }),
    );
  });
});
