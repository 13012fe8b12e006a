import { memo } from "react";
import { formatNumber, formatTick } from "../../../i18n/format";
import type { MetricId } from "../../../metrics";
import { TYPE } from "../../typeScale";
import { fitting } from "../plot/frame";
import { barAxis, type FinalBar } from "./finalBars";

interface FinalPlotProps {
  width: number;
  bars: FinalBar[];
  metric: MetricId;
}

const ROW = 20;
const FRAME = { right: 64, top: 4, bottom: 22 };
/** Room for the names: at most so many pixels, and this part of the width. */
const NAMES = { most: 190, share: 0.38, letter: 6.6 };
const TEXT = { fontSize: TYPE.caption, fill: "var(--chart-text)" };

export function finalPlotHeight(bars: number): number {
  return FRAME.top + FRAME.bottom + ROW * bars;
}

/** Means as bars, where the axis has a zero for them to begin at, and each seed as a dot. */
export const FinalPlot = memo(function FinalPlot({ width, bars, metric }: FinalPlotProps) {
  const { domain, ticks, log } = barAxis(bars, metric);
  const left = Math.min(NAMES.most, NAMES.share * width);
  const room = width - left - FRAME.right;
  const height = finalPlotHeight(bars.length);
  const [low, high] = domain;
  const across = (value: number) =>
    left + room * (log ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low));
  return (
    <svg aria-hidden="true" data-drawing="" width={width} height={height}>
      {fitting(ticks, room).map((tick) => (
        <g key={tick}>
          <line
            x1={across(tick)}
            x2={across(tick)}
            y1={FRAME.top}
            y2={height - FRAME.bottom}
            stroke="var(--chart-grid)"
          />
          <text x={across(tick)} y={height - 6} textAnchor="middle" {...TEXT}>
            {formatTick(tick)}
          </text>
        </g>
      ))}
      {bars.map((bar, i) => (
        <Row
          key={`${bar.number} ${bar.look.label}`}
          {...{ bar, left, across, end: width - FRAME.right }}
          y={FRAME.top + ROW * (i + 0.5)}
          from={log ? null : across(Math.max(low, 0))}
        />
      ))}
    </svg>
  );
});

interface RowProps {
  bar: FinalBar;
  y: number;
  left: number;
  /** Right end of the plot. */
  end: number;
  /** Where bars begin; null where a length would say nothing. */
  from: number | null;
  across: (value: number) => number;
}

function Row({ bar: { number, look, mean, seeds }, y, left, end, from, across }: RowProps) {
  const name = [number, look.label].filter(Boolean).join(" ");
  const most = Math.floor(left / NAMES.letter) - 1;
  const at = mean === null ? null : across(mean);
  return (
    <g>
      <text x={left - 8} y={y} dy="0.35em" textAnchor="end" {...TEXT}>
        {name.length > most ? `${name.slice(0, most - 1)}\u2026` : name}
      </text>
      {at !== null && from !== null && (
        <rect
          x={Math.min(from, at)}
          y={y - 5}
          width={Math.abs(at - from)}
          height={10}
          fill={look.color}
          fillOpacity={0.35}
        />
      )}
      {at !== null && <line x1={at} x2={at} y1={y - 7} y2={y + 7} stroke={look.color} strokeWidth={2.4} />}
      {seeds.map((value, seed) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: seeds are told apart by their place.
        <circle key={seed} cx={across(value)} cy={y} r={2.6} fill={look.color} stroke="var(--surface)" />
      ))}
      <text x={end + 8} y={y} dy="0.35em" {...TEXT}>
        {mean === null ? "\u2013" : formatNumber(mean)}
      </text>
    </g>
  );
}
