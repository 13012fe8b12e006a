import { expect, it } from "vitest";
import { placesInWords } from "../../../src/ui/charts/overlay/againstWords";

it("says at which steps two runs are compared, and whether they are over", () => {
  const [early, late, mean] = [
    [200, 200],
    [1000, 1000],
    [150, 199],
  ] as const;
  expect(placesInWords([late, late], false)).toBe("step 1,000 in both");
  expect(placesInWords([early, late], true)).toBe("step 200 of this run, step 1,000 of the other, provisional");
  expect(placesInWords([mean, late], false)).toBe("mean over steps 150 to 199 of this run, step 1,000 of the other");
});
