import { useMemo } from "react";
import { presetConfig } from "../../../config/presets";
import type { Thumbnail as Measured } from "../../../config/presets/thumbnail";
import { formatDay, formatList, formatNumber, formatTick } from "../../../i18n/format";
import { metricOf } from "../../../metrics";
import { metricTexts } from "../../../metrics/metricTexts";
import { Swatch } from "../../charts/plot/Legend";
import legend from "../../charts/plot/legend.module.css";
import { useLooks } from "../../context";
import { useTexts } from "../../language/useTexts";
import { texts } from "./texts";
import classes from "./thumbnail.module.css";
import { thumbnailPaths } from "./thumbnailPaths";

/** The curves of a preset as they were measured, with their last values, and when that was. */
export function Thumbnail({ measured }: { measured: Measured }) {
  const t = useTexts(texts);
  const config = useMemo(() => presetConfig(measured.preset), [measured.preset]);
  const looks = useLooks(config);
  const metric = metricOf(measured.metric);
  const { label } = metricTexts(metric);
  const ends = measured.arms.map(({ mean }) => formatNumber(mean.findLast((value) => value !== null)));
  const values = formatList(looks.map((look, i) => t.value({ arm: look.label, value: ends[i] ?? "" })));
  return (
    <figure className={classes.figure}>
      <div className={classes.plot} role="img" aria-label={t.picture({ metric: label, values })}>
        <Curves measured={measured} log={metric.logarithmic} colors={looks} />
      </div>
      <ul className={legend.legend} aria-hidden="true">
        {looks.map((look, i) => (
          <li key={look.label}>
            <Swatch look={look} />
            <span className={legend.legendName}>{look.label}</span>
            <span className={legend.value}>{ends[i]}</span>
          </li>
        ))}
      </ul>
      <figcaption className={classes.caption}>
        {t.measured({
          metric: label,
          steps: config.steps,
          seeds: config.seeds,
          date: formatDay(measured.date),
        })}
      </figcaption>
    </figure>
  );
}

interface CurvesProps {
  measured: Measured;
  log: boolean;
  colors: { color: string; dash: string }[];
}

function Curves({ measured, log, colors }: CurvesProps) {
  const { low, high, arms } = useMemo(() => thumbnailPaths(measured, log), [measured, log]);
  return (
    <>
      <svg viewBox="0 0 1000 1000" preserveAspectRatio="none" aria-hidden="true" className={classes.curves}>
        {arms.map(({ band }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: arms are told apart by their place.
          <path key={i} d={band} fill={colors[i]?.color} fillOpacity={0.18} />
        ))}
        {arms.map(({ line }, i) => (
          <path
            // biome-ignore lint/suspicious/noArrayIndexKey: arms are told apart by their place.
            key={i}
            d={line}
            fill="none"
            stroke={colors[i]?.color}
            strokeDasharray={colors[i]?.dash}
            strokeWidth={1.8}
            vectorEffect="non-scaling-stroke"
          />
        ))}
      </svg>
      <span className={classes.high}>{formatTick(high)}</span>
      <span className={classes.low}>{formatTick(low)}</span>
    </>
  );
}
