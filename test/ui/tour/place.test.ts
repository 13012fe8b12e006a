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
