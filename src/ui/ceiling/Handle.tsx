import classes from "./ceiling.module.css";

interface HandleProps {
  name: string;
  orientation: "horizontal" | "vertical";
  /** Where it stands in its plot, in pixels. */
  x: number;
  y: number;
  value: number;
  range: [number, number];
  valueText: string;
  /** To a place in the plot, in pixels. */
  onDrag: (x: number, y: number) => void;
  /** By so many steps; infinite to an end. */
  onStep: (by: number) => void;
}

const KEYS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
  PageUp: 4,
  PageDown: -4,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/** A knob on a plot: a slider for the mouse, a finger and the keys. */
export function Handle({ name, orientation, x, y, value, range, valueText, onDrag, onStep }: HandleProps) {
  const drag = (event: React.PointerEvent<HTMLElement>) => {
    const plot = event.currentTarget.parentElement?.getBoundingClientRect();
    if (plot && event.currentTarget.hasPointerCapture(event.pointerId))
      onDrag(event.clientX - plot.left, event.clientY - plot.top);
  };
  const press = (event: React.KeyboardEvent) => {
    const by = KEYS[event.key];
    if (by === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    onStep(by);
  };
  return (
    <div
      className={classes.handle}
      role="slider"
      tabIndex={0}
      aria-label={name}
      aria-orientation={orientation}
      aria-valuemin={range[0]}
      aria-valuemax={range[1]}
      aria-valuenow={value}
      aria-valuetext={valueText}
      style={{ left: x, top: y }}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onKeyDown={press}
    />
  );
}
