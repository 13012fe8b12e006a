import { useMemo } from "react";
import { useDark, useLooks, useShownConfig } from "../context";
import { sampleColors } from "./sampleColor";

/** The color of each drawn sample, beside the arms that are shown. */
export function useSampleColors(): (sample: number) => string {
  const dark = useDark();
  const looks = useLooks(useShownConfig());
  return useMemo(
    () =>
      sampleColors(
        looks.map(({ color }) => color),
        dark,
      ),
    [looks, dark],
  );
}
