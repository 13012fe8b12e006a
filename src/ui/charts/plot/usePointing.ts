import { useRef, useState } from "react";
import { type Across, offsetOf, placeOf } from "./geometry";
import { hoverX, setHoverX } from "./hover";
import type { ChartReader } from "./reader";
import { zoomBetween } from "./zooming";

/** Pixels that a press has to move to be a drag. */
const DRAG = 6;
/** A finger that comes back so close to the cursor means it. */
const NEAR = 16;

/** A press that is under way. */
interface Press {
  offset: number;
  /** Whether it pins: a finger's first touch only reads. */
  pins: boolean;
}

type Pointer = React.PointerEvent<HTMLElement>;

const offsetIn = ({ clientX, currentTarget }: React.MouseEvent<HTMLElement>) =>
  clientX - currentTarget.getBoundingClientRect().left;

/**
 * What a pointer does in a chart: it moves the cursor, a drag zooms, a press pins; a double press shows all again, or enlarges
 * the chart where all is shown (the card does), and leaves the pin as it was.
 */
export function usePointing(across: Across, reader: ChartReader) {
  const press = useRef<Press | null>(null);
  const { selection, drag, release, drop } = useDrag(across, reader, press);
  const presses = usePresses(across, reader, press);
  const hover = (offset: number) => {
    const x = placeOf(offset, across);
    setHoverX(x !== null && reader.all.whole ? Math.round(x) : x, reader.name);
    return x;
  };
  const handlers = {
    ...presses,
    onPointerDown(event: Pointer) {
      if (event.button !== 0) return;
      const offset = offsetIn(event);
      press.current = { offset, pins: event.pointerType !== "touch" || isAtCursor(offset, across) };
      hover(offset);
    },
    onPointerMove(event: Pointer) {
      const x = hover(offsetIn(event));
      reader.point?.(x === null ? null : { x, y: event.clientY - event.currentTarget.getBoundingClientRect().top });
      // Let go where the chart could not hear of it.
      if (event.buttons === 0) drop();
      drag(event);
    },
    onPointerUp: release,
    onPointerCancel: drop,
    // What was touched is read after the finger has left.
    onPointerLeave({ pointerType }: Pointer) {
      reader.point?.(null);
      if (pointerType !== "touch") setHoverX(null);
    },
  };
  return { selection, handlers };
}

type PressRef = React.RefObject<Press | null>;

/** A press that moves far enough selects a stretch, which the chart shows once it is let go. */
function useDrag(across: Across, reader: ChartReader, press: PressRef) {
  const [selection, setSelection] = useState<[number, number] | null>(null);
  const clamp = (offset: number) => Math.min(across.width - across.frame.right, Math.max(across.frame.left, offset));
  const drop = () => {
    press.current = null;
    setSelection(null);
  };
  const drag = (event: Pointer) => {
    const offset = offsetIn(event);
    if (!press.current || Math.abs(offset - press.current.offset) < DRAG) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const ends = [clamp(press.current.offset), clamp(offset)].sort((a, b) => a - b);
    setSelection(ends as [number, number]);
  };
  const release = () => {
    if (!selection) return;
    const [from, to] = selection.map((offset) => placeOf(offset, across));
    const zoom = zoomBetween(from ?? 0, to ?? 0, reader.all);
    if (zoom) reader.zoomTo(zoom);
    drop();
  };
  return { selection, drag, release, drop };
}

/** A single press pins; of a double one, the second takes that back. */
function usePresses(across: Across, reader: ChartReader, press: PressRef) {
  const pinnedBefore = useRef<number | null>(null);
  return {
    onClick(event: React.MouseEvent<HTMLElement>) {
      const pins = press.current?.pins === true;
      press.current = null;
      if (event.detail > 1) reader.pin(pinnedBefore.current);
      if (!pins || event.detail > 1) return;
      pinnedBefore.current = reader.pinned;
      const x = placeOf(offsetIn(event), across);
      if (x !== null) reader.pinAt(x);
    },
    onDoubleClick(event: React.MouseEvent) {
      if (!reader.isZoomed) return;
      event.stopPropagation();
      reader.zoomTo(null);
    },
  };
}

function isAtCursor(offset: number, across: Across): boolean {
  const x = hoverX();
  const cursor = x === null ? null : offsetOf(x, across);
  return cursor !== null && Math.abs(cursor - offset) < NEAR;
}
