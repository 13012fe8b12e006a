import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { begun, changed, type History, MOST_STEPS, redone, undone } from "../../../src/data/drawing/history";

/** What can be done to a history of numbers. */
const step = fc.oneof(
  fc.record({ kind: fc.constant("change" as const), value: fc.nat(9) }),
  fc.record({ kind: fc.constantFrom("undo" as const, "redo" as const), value: fc.constant(0) }),
);

function done(history: History<number>, { kind, value }: { kind: string; value: number }): History<number> {
  if (kind === "change") return changed(history, value);
  return kind === "undo" ? undone(history) : redone(history);
}

describe("a history", () => {
  it("has after undoing all what it began with, and after redoing all what it ended with", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const end = steps.reduce(done, begun(-1));
        const last = end.future.at(-1) ?? end.present;
        let back: History<number> = end;
        for (let i = 0; i < steps.length; i++) back = undone(back);
        expect(back.present).toBe(-1);
        expect(back.past).toEqual([]);
        for (let i = 0; i < steps.length; i++) back = redone(back);
        expect(back.present).toBe(last);
        expect(back.future).toEqual([]);
      }),
    );
  });

  it("gives back by redo what undo took, whatever came before", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const history = steps.reduce(done, begun(-1));
        if (history.past.length > 0) expect(redone(undone(history))).toEqual(history);
        if (history.future.length > 0) expect(undone(redone(history))).toEqual(history);
      }),
    );
  });

  it("has no step for what changes nothing, and keeps so many steps", () => {
    const history = changed(begun(0), 1);
    expect(changed(history, 1)).toBe(history);
    const long = Array.from({ length: MOST_STEPS + 5 }, (_, i) => i + 1).reduce(changed, begun(0));
    expect(long.past).toHaveLength(MOST_STEPS);
  });
});
