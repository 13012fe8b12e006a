import type { ArmLook } from "../../../config/arms";
import { formatCount, formatNumber } from "../../../i18n/format";
import { useTexts } from "../../language/useTexts";
import charts from "../charts.module.css";
import { texts } from "../texts";
import { useHoverX } from "./hover";
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

/** The pin, in the run that is shown. */
export interface Pinned {
  /** null where nothing is pinned. */
  step: number | null;
  row: ChartRow | undefined;
}

/** Switches curves on and off; null where they are not arms. */
export interface LineSwitch {
  hidden: ReadonlySet<number>;
  toggle: (label: string) => void;
  only: (label: string) => void;
}

interface LegendProps {
  looks: ArmLook[];
  rows: ChartRow[];
  /** The pinned step, and what was measured at it, if anything was. */
  pinned: Pinned;
  lines: LineSwitch | null;
  /** Without the names of the arms, where there is little room. */
  compact: boolean;
  /** Measured now and then, not at every step. */
  isSparse: boolean;
  /** Significant digits of the values. */
  digits?: number;
  /** At its end. */
  children?: React.ReactNode;
}

/** Where the values were measured that the legend shows for the place under the cursor, of what is measured now and then. */
export function ReadingStep({ rows }: Pick<LegendProps, "rows">) {
  const t = useTexts(texts);
  const x = useHoverX();
  const row = x === null ? undefined : rowAt(rows, x, true);
  return (
    row && <span className={`${classes.over} ${classes.reading}`}>{t.atStep({ step: formatCount(row.step) })}</span>
  );
}

/** Names of the lines with their values under the cursor, or the latest ones, beside those at the pin. The numbers have a fixed width. */
export function Legend({ looks, rows, pinned, lines, compact, isSparse, digits = 3, children }: LegendProps) {
  const row = rowAt(rows, useHoverX(), isSparse);
  return (
    <ul className={classes.legend} data-compact={compact || undefined}>
      {looks.map((look, i) => (
        <li key={look.label} data-off={lines?.hidden.has(i) || undefined}>
          {lines && !compact ? (
            <LineButton {...{ look, lines }} isOn={!lines.hidden.has(i)} />
          ) : (
            <LineName {...{ look, compact }} />
          )}
          <span className={classes.value}>{value(row, i, digits)}</span>
          {pinned.step !== null && !lines?.hidden.has(i) && (
            <PinnedValue pinned={pinned.row} {...{ row, digits, compact }} line={i} />
          )}
        </li>
      ))}
      {children && <li className={classes.last}>{children}</li>}
    </ul>
  );
}

function LineName({ look, compact }: { look: ArmLook; compact: boolean }) {
  return (
    <>
      <Swatch look={look} />
      <span className={compact ? charts.hidden : classes.legendName}>{look.label}</span>
    </>
  );
}

function LineButton({ look, lines, isOn }: { look: ArmLook; lines: LineSwitch; isOn: boolean }) {
  const t = useTexts(texts);
  const { label } = look;
  return (
    <button
      type="button"
      className={classes.lineButton}
      aria-pressed={isOn}
      title={t.onlyArm({ label })}
      onClick={() => lines.toggle(label)}
      // The two presses before it have undone each other.
      onDoubleClick={() => lines.only(label)}
    >
      <Swatch look={look} />
      <span className={classes.legendName}>{label}</span>
    </button>
  );
}

interface PinnedValueProps extends Pick<LegendProps, "compact"> {
  pinned: ChartRow | undefined;
  row: ChartRow | undefined;
  line: number;
  digits: number;
}

/** How much the value at the cursor differs from that at the pin, which a large chart says as well. */
function PinnedValue({ pinned, row, line, digits, compact }: PinnedValueProps) {
  const t = useTexts(texts);
  const [there, here] = [meanOf(pinned, line), meanOf(row, line)];
  if (there === null) return <span className={classes.pinned}>{compact ? "\u2013" : t.notAtPin}</span>;
  const difference = here === null ? "\u2013" : signed(here - there, digits);
  return (
    <span className={classes.pinned}>
      {compact ? difference : t.pinnedValue({ value: formatNumber(there, digits), difference })}
    </span>
  );
}

function signed(difference: number, digits: number): string {
  return (difference > 0 ? "+" : "") + formatNumber(difference, digits);
}

function meanOf(row: ChartRow | undefined, line: number): number | null {
  const mean = row?.[`m${line}`];
  return typeof mean === "number" ? mean : null;
}

function value(row: ChartRow | undefined, line: number, digits: number): string {
  const mean = meanOf(row, line);
  return mean === null ? "\u2013" : formatNumber(mean, digits);
}
