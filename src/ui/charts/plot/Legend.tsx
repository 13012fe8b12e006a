import type { ArmLook } from "../../../config/arms";
import { formatCount, formatNumber } from "../../../i18n/format";
import { useTexts } from "../../language/useTexts";
import charts from "../charts.module.css";
import { texts } from "../texts";
import { useHoverStep } from "./hover";
import classes from "./legend.module.css";
import { type ChartRow, rowAt } from "./rows";

/** A short piece of an arm's line, as it looks in the charts. */
export function Swatch({ look }: { look: Pick<ArmLook, "color" | "dash"> }) {
  return (
    <svg width="22" height="8" aria-hidden="true" className={classes.swatch}>
      <line x1="1" x2="21" y1="4" y2="4" stroke={look.color} strokeWidth="2.4" strokeDasharray={look.dash} />
    </svg>
  );
}

/** Names of the lines alone. */
export function LineNames({ looks }: { looks: ArmLook[] }) {
  return (
    <ul className={classes.legend}>
      {looks.map((look) => (
        <li key={look.label}>
          <Swatch look={look} />
          <span className={classes.legendName}>{look.label}</span>
        </li>
      ))}
    </ul>
  );
}

interface LegendProps {
  looks: ArmLook[];
  rows: ChartRow[];
  /** Without the names of the arms, where there is little room. */
  compact: boolean;
  /** Measured now and then, not at every step. */
  isSparse: boolean;
  /** Significant digits of the values. */
  digits?: number;
}

/** Where the values were measured that the legend shows for the step under the cursor, of what is measured now and then. */
export function ReadingStep({ rows }: Pick<LegendProps, "rows">) {
  const t = useTexts(texts);
  const step = useHoverStep();
  const row = step === null ? undefined : rowAt(rows, step, true);
  return row && <span className={classes.reading}>{t.atStep({ step: formatCount(row.step) })}</span>;
}

/** Names of the lines with their values under the cursor, or the latest ones. The numbers have a fixed width. */
export function Legend({ looks, rows, compact, isSparse, digits = 3 }: LegendProps) {
  const row = rowAt(rows, useHoverStep(), isSparse);
  return (
    <ul className={classes.legend} data-compact={compact || undefined}>
      {looks.map((look, i) => (
        <li key={look.label}>
          <Swatch look={look} />
          <span className={compact ? charts.hidden : classes.legendName}>{look.label}</span>
          <span className={classes.value}>{value(row, i, digits)}</span>
        </li>
      ))}
    </ul>
  );
}

function value(row: ChartRow | undefined, arm: number, digits: number): string {
  const mean = row?.[`m${arm}`];
  return typeof mean === "number" ? formatNumber(mean, digits) : "\u2013";
}
