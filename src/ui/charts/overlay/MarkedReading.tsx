import { formatNumber } from "../../../i18n/format";
import { useSelect } from "../../context";
import { useHoverX, useIsPointed } from "../plot/hover";
import legend from "../plot/legend.module.css";
import classes from "./overlay.module.css";
import { valueAt } from "./paths";
import type { OverlayCurve } from "./useOverlayCurves";

interface MarkedReadingProps {
  name: string;
  curves: readonly OverlayCurve[];
}

/** What the run that stands out measured at the cursor, or last; in the chart that is pointed at, all runs say so (`Readings`). */
export function MarkedReading({ name, curves }: MarkedReadingProps) {
  const marked = useSelect((state) => state.overlay.marked);
  const isPointed = useIsPointed(name);
  const x = useHoverX();
  const own = curves.filter(({ run }) => run.id === marked);
  const [first] = own;
  if (!first || isPointed) return null;
  const values = own.map((curve) => {
    const value = x === null ? (curve.ys.at(-1) ?? Number.NaN) : valueAt(curve, x);
    return `${curve.look.label} ${Number.isFinite(value) ? formatNumber(value) : "\u2013"}`;
  });
  return (
    <span className={`${legend.over} ${classes.reading}`}>
      {first.run.number}: {values.join(", ")}
    </span>
  );
}
