import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { expect, it, vi } from "vitest";
import type { ChartReader } from "../../../src/ui/charts/plot/reader";
import { usePointing } from "../../../src/ui/charts/plot/usePointing";

const ACROSS = { width: 100, frame: { left: 0, right: 0 }, domain: [0, 100] as [number, number], log: false };

/** What a pointer does in a chart, without the chart. */
function handlers(): ReturnType<typeof usePointing>["handlers"] {
  const reader = { all: { whole: true }, point: () => undefined } as unknown as ChartReader;
  let found: ReturnType<typeof usePointing> | null = null;
  renderToString(
    createElement(() => {
      found = usePointing(ACROSS as unknown as Parameters<typeof usePointing>[0], reader);
      return null;
    }),
  );
  return found!.handlers;
}

it("drags only while the button is held, also where it was let go outside of the chart", () => {
  const setPointerCapture = vi.fn();
  const currentTarget = { getBoundingClientRect: () => ({ left: 0, top: 0 }), setPointerCapture };
  const at = (clientX: number, buttons: number) =>
    ({ clientX, clientY: 0, button: 0, buttons, pointerId: 1, pointerType: "mouse", currentTarget }) as never;
  const { onPointerDown, onPointerMove } = handlers();
  onPointerDown(at(10, 1));
  onPointerMove(at(50, 0));
  onPointerMove(at(60, 1));
  expect(setPointerCapture).not.toHaveBeenCalled();
  onPointerDown(at(10, 1));
  onPointerMove(at(50, 1));
  expect(setPointerCapture).toHaveBeenCalledTimes(1);
});
