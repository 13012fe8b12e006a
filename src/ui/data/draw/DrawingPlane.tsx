import { VisuallyHidden } from "@mantine/core";
import { useElementSize } from "@mantine/hooks";
import { useCallback, useId, useState } from "react";
import type { Plane } from "../../../data/drawing/plane";
import { formatTick } from "../../../i18n/format";
import { useDark } from "../../context";
import { useTexts } from "../../language/useTexts";
import { type Pen, useCanvas } from "../../views/canvas";
import { type Cursor, erasedRadius, type PlaneProps } from "./cursor";
import classes from "./draw.module.css";
import { drawPlane, pixelsOf } from "./drawPlane";
import { texts } from "./texts";
import { useKeys } from "./useKeys";
import { usePointer } from "./usePointer";

/** The plane: a click puts a point, a stroke sprays them. All of it can be done with the keyboard as well. */
export function DrawingPlane(props: PlaneProps) {
  const { board, mode, spread } = props;
  const t = useTexts(texts);
  const id = useId();
  const dark = useDark();
  const { ref, width: size } = useElementSize();
  const [cursor, setCursor] = useState<Cursor | null>(null);
  const drawing = board.history.present;
  const { plane } = drawing;
  const draw = useCallback((pen: Pen) => drawPlane(pen, drawing, dark), [drawing, dark]);
  const canvas = useCanvas(draw, size, size);
  const pointer = usePointer({ ...props, size, setCursor });
  const { press, spoken } = useKeys({ ...props, cursor, setCursor });
  const [left, right, bottom, top] = sidesOf(plane);
  const radius = mode === "erase" ? erasedRadius(plane, spread) : spread * plane.reach;
  return (
    <div className={classes.plane}>
      <Ticks along="y" values={[top, formatTick(plane.y), bottom]} />
      <div
        ref={ref}
        className={classes.square}
        role="application"
        aria-label={t.plane({ left, right, bottom, top })}
        aria-describedby={id}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it takes keys.
        tabIndex={0}
        data-autofocus
        onKeyDown={press}
        onBlur={() => setCursor(null)}
        {...pointer}
      >
        <canvas ref={canvas} />
        {cursor && size > 0 && <CursorMark {...{ cursor, plane, size, radius }} />}
      </div>
      <Ticks along="x" values={[left, formatTick(plane.x), right]} />
      <VisuallyHidden id={id}>{t.keys}</VisuallyHidden>
      <VisuallyHidden role="status">{spoken}</VisuallyHidden>
    </div>
  );
}

/** What stands at the sides of the plane: left, right, bottom, top. */
function sidesOf({ x, y, reach }: Plane): [string, string, string, string] {
  return [formatTick(x - reach), formatTick(x + reach), formatTick(y - reach), formatTick(y + reach)];
}

function Ticks({ along, values: [first, middle, last] }: { along: "x" | "y"; values: [string, string, string] }) {
  return (
    <div className={along === "x" ? classes.along : classes.down} aria-hidden="true">
      <span>{first}</span>
      <span>{middle}</span>
      <span>{last}</span>
    </div>
  );
}

interface CursorMarkProps {
  cursor: Cursor;
  plane: Plane;
  /** Of the picture, in pixels. */
  size: number;
  /** In the plane's units. */
  radius: number;
}

/** How far a stroke reaches, and where the cursor of the keyboard is. */
function CursorMark({ cursor: { place, isOfKeys }, plane, size, radius }: CursorMarkProps) {
  const [left, top] = pixelsOf(plane, place, size);
  return (
    <svg className={classes.cursor} viewBox={`0 0 ${size} ${size}`} aria-hidden="true">
      <circle cx={left} cy={top} r={(radius * size) / (2 * plane.reach)} />
      {isOfKeys && <path d={`M${left - 9} ${top}h18M${left} ${top - 9}v18`} />}
    </svg>
  );
}
