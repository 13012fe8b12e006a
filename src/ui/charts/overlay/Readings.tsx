import { useLayoutEffect, useRef } from "react";
import { formatNumber } from "../../../i18n/format";
import { useSelect } from "../../context";
import { useTexts } from "../../language/useTexts";
import type { MetricDrawing } from "../metric/useMetricDrawing";
import { offsetOf } from "../plot/geometry";
import { useHoverX, useIsPointed } from "../plot/hover";
import { Swatch } from "../plot/Legend";
import { rowAt } from "../plot/rows";
import { texts as chartTexts } from "../texts";
import { type Beside, placeBeside } from "./placing";
import { type Reading, type ReadValue, readingsOf, shownReading } from "./readings";
import classes from "./readings.module.css";
import { texts } from "./texts";

interface ReadingsProps {
  name: string;
  drawing: MetricDrawing;
}

/** What every run measured at the cursor, in the chart in which it is moved; nothing where one run is drawn alone. */
export function Readings({ name, drawing }: ReadingsProps) {
  const x = useHoverX();
  const isPointed = useIsPointed(name);
  const at = x === null ? null : offsetOf(x, drawing.across);
  if (x === null || at === null || !isPointed || drawing.charted.beside.length === 0) return null;
  return <ReadingBox {...{ x, at, drawing }} />;
}

function ReadingBox({ x, at, drawing }: { x: number; at: number; drawing: MetricDrawing }) {
  const t = useTexts(texts);
  const tc = useTexts(chartTexts);
  const { isSparse, charted, plot } = drawing;
  const { data, looks, hidden, pinned, axis, beside } = charted;
  const box = usePlacedBeside({ at, below: plot.bottom });
  const row = rowAt(data.rows, x, isSparse);
  const shown = shownReading({ row, pinned: pinned.row, isPinned: pinned.step !== null, looks, hidden, isSparse });
  const readings = [shown, ...readingsOf(beside, { x, pinnedX: pinned.x, isSparse })];
  const place = (of: number) => tc.at[axis.id]({ x: axis.write(of) });
  return (
    // biome-ignore lint/a11y/useSemanticElements: values that stand together are no form group.
    <div ref={box} className={classes.box} role="group" aria-label={t.readings}>
      <div className={classes.head}>
        {place(x)}
        {pinned.x !== null && ` (${tc.pinnedAt({ at: place(pinned.x) })})`}
      </div>
      <ul className={classes.list}>
        {readings.map((reading) => (
          <ReadingRow key={reading.id} reading={reading} write={axis.write} />
        ))}
      </ul>
    </div>
  );
}

interface ReadingRowProps {
  reading: Reading;
  /** A place on the x axis, in words. */
  write: (x: number) => string;
}

function ReadingRow({ reading: { id, number, x, isSparse, values }, write }: ReadingRowProps) {
  const isMarked = useSelect((state) => number !== null && state.overlay.marked === id);
  return (
    <li className={classes.row} data-marked={isMarked || undefined}>
      <span className={classes.number}>{number ?? "\u25cf"}</span>
      {values.map((value) => (
        <Value key={value.look.label} of={value} />
      ))}
      {isSparse && x !== null && <span className={classes.soft}>@ {write(x)}</span>}
    </li>
  );
}

function Value({ of: { look, value, pinned } }: { of: ReadValue }) {
  return (
    <span className={classes.cell}>
      <Swatch look={look} />
      <span className={classes.value}>{written(value)}</span>
      {pinned !== null && <span className={classes.pinned}>({written(pinned)})</span>}
    </span>
  );
}

function written(value: number): string {
  return Number.isFinite(value) ? formatNumber(value, 3) : "\u2013";
}

/** Puts a box beside the cursor, wherever the window has room. */
function usePlacedBeside({ at, below }: Pick<Beside, "at" | "below">): React.RefObject<HTMLDivElement | null> {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const { current } = box;
    const around = current?.offsetParent?.getBoundingClientRect();
    if (!current || !around) return;
    const window = document.documentElement.clientWidth;
    const { left, top } = placeBeside({ at, below, width: current.offsetWidth, around: around.left, window });
    current.style.left = `${left}px`;
    current.style.top = `${top}px`;
  });
  return box;
}
