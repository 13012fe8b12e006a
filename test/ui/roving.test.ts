import { describe, expect, it } from "vitest";
import { nextIndex } from "../../src/ui/components/roving";

describe("the arrow keys among several buttons", () => {
  it("go around the ends, and to either end at once", () => {
    expect(nextIndex("ArrowRight", 0, 3)).toBe(1);
    expect(nextIndex("ArrowRight", 2, 3)).toBe(0);
    expect(nextIndex("ArrowLeft", 0, 3)).toBe(2);
    expect(nextIndex("Home", 2, 3)).toBe(0);
    expect(nextIndex("End", 0, 3)).toBe(2);
  });

  it("leave other keys, and what is none of the buttons, alone", () => {
    expect(nextIndex("ArrowDown", 1, 3)).toBe(-1);
    expect(nextIndex("Enter", 1, 3)).toBe(-1);
    expect(nextIndex("ArrowRight", -1, 3)).toBe(-1);
  });
});
