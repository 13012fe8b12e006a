import { describe, expect, it } from "vitest";
import { CAPTIONS, isOver, turned } from "../../../src/session/tour/captions";

const first = { at: 0, since: 1000, byHand: false };
const [{ seconds, step }] = CAPTIONS as [(typeof CAPTIONS)[number]];
const shareRead = (share: number) => 1000 + share * seconds * 1000;

describe("the captions of the tour", () => {
  it("take about a minute", () => {
    expect(CAPTIONS).toHaveLength(6);
    const total = CAPTIONS.reduce((sum, caption) => sum + caption.seconds, 0);
    expect(total).toBeGreaterThanOrEqual(50);
    expect(total).toBeLessThanOrEqual(70);
  });

  it("go on when they were read and their panel has something to show", () => {
    expect(isOver(first, { step, now: shareRead(0.9) })).toBe(false);
    expect(isOver(first, { step, now: shareRead(1) })).toBe(true);
    expect(isOver(first, { step: step - 1, now: shareRead(1) })).toBe(false);
  });

  it("do not wait for ever for a slow run", () => {
    expect(isOver(first, { step: 0, now: shareRead(2) })).toBe(true);
  });

  it("wait for whoever turned them, and stay at the last", () => {
    expect(isOver({ ...first, byHand: true }, { step: 1e6, now: 1e9 })).toBe(false);
    expect(isOver({ ...first, at: CAPTIONS.length - 1 }, { step: 1e6, now: 1e9 })).toBe(false);
  });

  it("are turned on and back, and end behind the last one", () => {
    expect(turned(first, 1, 2000)).toEqual({ at: 1, since: 2000, byHand: true });
    expect(turned(first, -1, 2000)?.at).toBe(0);
    expect(turned({ ...first, at: CAPTIONS.length - 1 }, 1, 2000)).toBeNull();
  });
});
