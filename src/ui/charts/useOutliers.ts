import { usePlayground, useSelect } from "../context";
import type { OutlierChoice } from "./ChartCard";

/** Whether values far from all others may lie beyond the axes, for all charts. */
export function useOutliers(): OutlierChoice {
  const playground = usePlayground();
  const cut = useSelect((state) => state.view.outliers) === "cut";
  return { cut, toggle: () => playground.setView({ outliers: cut ? "show" : "cut" }) };
}
