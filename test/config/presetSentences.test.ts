import { describe, expect, it } from "vitest";
import { PRESETS, presetConfig } from "../../src/config/presets";
import { candidates } from "../../src/metrics/math/ceilings";

/** Numbers anywhere in some settings. */
function numbersIn(settings: unknown): number[] {
  if (typeof settings === "number") return [settings];
  return typeof settings === "object" && settings !== null ? Object.values(settings).flatMap(numbersIn) : [];
}

describe("the sentences of a preset", () => {
  it.each(PRESETS.map((preset) => [preset.id, preset] as const))(
    "of %s leave what was measured to the picture, which is measured anew",
    (id, { summary, question, expected, twist }) => {
      const said = [summary, question, expected].join(" ");
      const settings = numbersIn([presetConfig(id), twist?.patch]);
      const quoted = [...said.matchAll(/\d+\.\d+/g)].map(Number);
      expect(quoted.filter((value) => !settings.includes(value))).toEqual([]);
      expect(said).not.toMatch(/\d+(\.\d+)? (points|percent)|±|give or take|\bten points/);
    },
  );

  it("count the candidates as the charts do", () => {
    const counted = PRESETS.flatMap(({ id, summary }) => {
      const others = /among (\d+) others/.exec(summary)?.[1];
      return others ? [[Number(others), candidates(presetConfig(id).batchSize)]] : [];
    });
    expect(counted.length).toBeGreaterThanOrEqual(2);
    for (const [said, k] of counted) expect(said).toBe(k);
  });
});
