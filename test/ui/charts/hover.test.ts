import { expect, it } from "vitest";
import { hoverX, leaveHover, setHoverX } from "../../../src/ui/charts/plot/hover";

it("takes the cursor away with the chart in which it was left, and with no other", () => {
  setHoverX(160, "Loss");
  leaveHover("Accuracy");
  expect(hoverX()).toBe(160);
  leaveHover("Loss");
  expect(hoverX()).toBeNull();
});
