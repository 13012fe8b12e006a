import { useCallback } from "react";
import charts from "../charts.module.css";
import classes from "./cursor.module.css";
import type { Frame } from "./frame";
import { hoverStep, setHoverStep, useHoverStep } from "./hover";
import type { Axis } from "./scales";

interface CursorProps {
  width: number;
  height: number;
  frame: Frame;
  x: Axis;
  /** Steps that have a point, in order: what the arrow keys move between. */
  steps: number[];
  label: string;
  description: string;
  onEnter?: () => void;
}

/** A sheet over a chart that moves the common cursor, by mouse, touch or arrow keys, and draws it. */
export function Cursor({ width, height, frame, x, steps, label, description, onEnter }: CursorProps) {
  const step = useHoverStep();
  const inner = width - frame.left - frame.right;
  const [from, to] = x.domain;
  const move = useCallback(
    (event: React.PointerEvent<HTMLElement>) => {
      const offset = event.clientX - event.currentTarget.getBoundingClientRect().left - frame.left;
      const share = offset / inner;
      setHoverStep(
        share < -0.02 || share > 1.02 ? null : Math.round(from + Math.min(1, Math.max(0, share)) * (to - from)),
      );
    },
    [inner, frame, from, to],
  );
  const at = step === null || step < from || step > to ? null : frame.left + ((step - from) / (to - from)) * inner;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a chart that the arrow keys explore is no form group.
    <div
      className={classes.cursor}
      role="group"
      aria-roledescription="chart"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys move the cursor of a focused chart.
      tabIndex={0}
      onPointerMove={move}
      onPointerDown={move}
      // What was touched is read after the finger has left.
      onPointerLeave={({ pointerType }) => pointerType !== "touch" && setHoverStep(null)}
      onBlur={() => setHoverStep(null)}
      onKeyDown={(event) => (event.key === "Enter" ? onEnter?.() : moveByKey(event, steps))}
    >
      <span className={charts.hidden} aria-live="off">
        {description}
      </span>
      {at !== null && (
        <span
          className={classes.cursorLine}
          style={{ left: at, top: frame.top, height: height - frame.top - frame.bottom }}
        />
      )}
    </div>
  );
}

/** Arrow keys go through the points of the chart, Home and End to the first and last. */
function moveByKey(event: React.KeyboardEvent, steps: number[]): void {
  if (steps.length === 0) return;
  const now = hoverStep() ?? (steps.at(-1) as number);
  const at = Math.max(
    0,
    steps.findLastIndex((step) => step <= now),
  );
  const stride = Math.max(1, Math.round(steps.length / 60));
  const targets: Record<string, number> = {
    ArrowLeft: at - stride,
    ArrowRight: at + stride,
    Home: 0,
    End: steps.length - 1,
  };
  const target = targets[event.key];
  if (target === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  setHoverStep(steps[Math.min(steps.length - 1, Math.max(0, target))] as number);
}
