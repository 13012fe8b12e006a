import { memo } from "react";
import type { ArmLook } from "../../../config/arms";
import { formatList } from "../../../i18n/format";
import { metricOf } from "../../../metrics";
import { metricTexts } from "../../../metrics/metricTexts";
import type { Curves } from "../../../record/drawn/thumbnail";
import type { PastRun } from "../../../storage/runs/pastRun";
import { useLooks } from "../../context";
import { useTexts } from "../../language/useTexts";
import { thumbnailPaths } from "../../race/presets/thumbnailPaths";
import { useDrawnRun } from "../drawnRuns";
import classes from "../table.module.css";
import { texts } from "../texts";

/** The curves of a run's large charts at the size of a stamp. */
export const Stamps = memo(function Stamps({ run }: { run: PastRun }) {
  const t = useTexts(texts).row;
  const own = useLooks(run.config);
  const looks = useDrawnRun(run.id)?.looks ?? own;
  if (run.thumbnail.length === 0) return null;
  const metrics = formatList(run.thumbnail.map(({ metric }) => metricTexts(metricOf(metric)).label));
  return (
    <span className={classes.stamps} role="img" aria-label={t.picture({ metrics })}>
      {run.thumbnail.map((curves) => (
        <Stamp key={curves.metric} curves={curves} looks={looks} />
      ))}
    </span>
  );
});

function Stamp({ curves, looks }: { curves: Curves; looks: readonly ArmLook[] }) {
  const { arms } = thumbnailPaths(curves, metricOf(curves.metric).logarithmic);
  return (
    <svg viewBox="0 0 1000 1000" preserveAspectRatio="none" aria-hidden="true" className={classes.stamp}>
      {arms.map(({ line }, arm) => (
        <path
          // biome-ignore lint/suspicious/noArrayIndexKey: arms are told apart by their place.
          key={arm}
          d={line}
          fill="none"
          stroke={looks[arm]?.color}
          strokeDasharray={looks[arm]?.dash}
          strokeWidth={1.4}
          vectorEffect="non-scaling-stroke"
        />
      ))}
    </svg>
  );
}
