import { describe, expect, it } from "vitest";
import { lineLook } from "../../../src/config/arms";
import { sampleColors } from "../../../src/ui/slow/sampleColor";

describe("the colors of samples in slow motion", () => {
  it.each([false, true])("are none of the arms', dark: %s", (dark) => {
    const arms = [0, 1].map((index) => lineLook(index, dark).color);
    const colors = Array.from({ length: 8 }, (_, sample) => sampleColors(arms, dark)(sample));
    expect(colors.filter((color) => arms.includes(color))).toEqual([]);
    expect(new Set(colors).size).toBe(4);
  });

  it("are neutral where the arms have all of them", () => {
    const arms = Array.from({ length: 6 }, (_, index) => lineLook(index, false).color);
    expect(sampleColors(arms, false)(3)).toBe("var(--chart-mark)");
  });
});
