import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { beforeEach, expect, it, vi } from "vitest";
import { chartKey } from "../../../src/ui/charts/plot/chartKeys";
import { setHoverX } from "../../../src/ui/charts/plot/hover";
import { Legend, type Pinned } from "../../../src/ui/charts/plot/Legend";
import type { ChartReader } from "../../../src/ui/charts/plot/reader";
import type { ChartRow } from "../../../src/ui/charts/plot/rows";

beforeEach(() => setHoverX(null));

it("asks to pin where the cursor is, and enlarges a chart without one", () => {
  const reader = { pinAt: vi.fn(), enlarge: vi.fn() } as unknown as ChartReader;
  const enter = () => chartKey({ key: "Enter" } as React.KeyboardEvent, { across: {} as never, xs: [], reader });
  enter();
  expect(reader.enlarge).toHaveBeenCalledTimes(1);
  setHoverX(900);
  enter();
  expect(reader.enlarge).toHaveBeenCalledTimes(1);
  expect(reader.pinAt).toHaveBeenCalledWith(900);
});

const ROWS: ChartRow[] = [{ step: 10, x: 10, m0: 0.5 }];

function legend(pinned: Pinned, hidden: number[] = []): string {
  const lines = { hidden: new Set(hidden), toggle: () => undefined, only: () => undefined };
  const looks = [{ label: "InfoNCE", color: "#000", dash: "" }];
  return renderToString(
    createElement(Legend, { looks, rows: ROWS, pinned, lines, compact: false, isSparse: false }),
  ).replaceAll(/<[^>]*>/g, "");
}

it("says that nothing was measured at the pin, but not of an arm that is switched off", () => {
  expect(legend({ step: 10, row: ROWS[0] })).toContain("0.500 pinned, 0");
  expect(legend({ step: 900, row: undefined })).toContain("\u2013 pinned");
  expect(legend({ step: 900, row: undefined }, [0])).not.toContain("pinned");
  expect(legend({ step: null, row: undefined })).not.toContain("pinned");
});
