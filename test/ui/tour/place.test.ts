import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeBeside } from "../../../src/ui/tour/place";

const VIEW = { width: 1280, height: 720, bar: 52 };
const CAPTION = { width: 348, height: 210 };

describe("the place of a caption", () => {
  it("is below its panel where there is room, else above it or beside it", () => {
    expect(placeBeside({ left: 300, top: 100, width: 348, height: 200 }, CAPTION, VIEW)).toEqual({
      left: 300,
      top: 312,
    });
    expect(placeBeside({ left: 300, top: 300, width: 348, height: 250 }, CAPTION, VIEW)).toEqual({
      left: 300,
      top: 78,
    });
    expect(placeBeside({ left: 100, top: 20, width: 348, height: 680 }, CAPTION, VIEW)).toEqual({
      left: 460,
      top: 255,
    });
  });

  it("leaves free what should be seen beside the panel, where it can", () => {
    const panel = { left: 274, top: 60, width: 706, height: 100 };
    const clear = { left: 274, top: 170, width: 706, height: 56 };
    expect(placeBeside(panel, CAPTION, VIEW, clear)).toEqual({ left: 453, top: 238 });
    expect(placeBeside({ ...panel, top: 300, height: 250 }, CAPTION, VIEW, { ...clear, top: 200 })).toEqual({
      left: 453,
      top: 78,
    });
  });

  it("is within the window, whatever the panel", () => {
    const side = fc.integer({ min: 0, max: 2000 });
    const at = fc.integer({ min: -2000, max: 2000 });
    fc.assert(
      fc.property(at, at, side, side, (left, top, width, height) => {
        const place = placeBeside({ left, top, width, height }, CAPTION, VIEW);
        expect(place.left).toBeGreaterThanOrEqual(12);
        expect(place.top).toBeGreaterThanOrEqual(VIEW.bar + 12);
        expect(place.left + CAPTION.width).toBeLessThanOrEqual(VIEW.width - 12);
        expect(place.top + CAPTION.height).toBeLessThanOrEqual(VIEW.height - 12);
      }),
    );
  });
});
