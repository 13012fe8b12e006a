import { expect, it } from "vitest";
import { anchorRows } from "../../../src/ui/charts/anchor/anchorRows";

it("tables what an anchor weighs and where the anchors are, a row for each nat", () => {
  const arms = [{ objective: "infoNce" }, { objective: "flatNce" }] as const;
  const bins = {
    from: -1,
    width: 0.5,
    counts: [
      [1, 1, 2, 0],
      [0, 0, 0, 4],
    ],
  };
  expect(anchorRows(arms, [-1, 1], bins)).toEqual([
    { name: "\u22121", cells: ["0.378", "1.00", "50.0%", "0.0%"] },
    { name: "0", cells: ["0.622", "1.00", "50.0%", "100.0%"] },
  ]);
  expect(anchorRows(arms, [0, 1], null)[0]?.cells.slice(2)).toEqual(["\u2013", "\u2013"]);
});
