import { useRef } from "react";
import { type Drawing, erased, withPoints } from "../../../data/drawing/drawing";
import type { History } from "../../../data/drawing/history";
import { type Stroke, stroked } from "../../../data/drawing/stroke";
import { type Cursor, erasedRadius, type Place, type PlaneProps } from "./cursor";
import { placeOf } from "./drawPlane";

interface PointerOptions extends PlaneProps {
  size: number;
  setCursor: (cursor: Cursor | null) => void;
}

/** A stroke that is under way, and what was there before it. */
interface Gesture {
  before: History<Drawing>;
  stroke: Stroke;
}

/** Draws and erases with mouse, finger or pen. */
export function usePointer({ board, mode, spread, size, setCursor }: PointerOptions) {
  const gesture = useRef<Gesture | null>(null);
  const { plane } = board.history.present;
  const placeAt = ({ currentTarget, clientX, clientY }: React.PointerEvent) => {
    const { left, top } = currentTarget.getBoundingClientRect();
    return placeOf(plane, clientX - left, clientY - top, size);
  };
  const erase = (place: Place, before: History<Drawing>) =>
    board.edit((drawing) => erased(drawing, place, erasedRadius(plane, spread)), before);
  const end = () => {
    gesture.current = null;
  };
  return {
    onPointerDown(event: React.PointerEvent) {
      if (event.button !== 0 || !event.isPrimary) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      const place = placeAt(event);
      const before = board.history;
      gesture.current = { before, stroke: { at: place, since: 0 } };
      if (mode === "erase") erase(place, before);
      else board.edit((drawing) => withPoints(drawing, board.label, [place]), before);
    },
    onPointerMove(event: React.PointerEvent) {
      if (!event.isPrimary) return;
      const place = placeAt(event);
      if (event.pointerType !== "touch" || gesture.current) setCursor({ place, isOfKeys: false });
      const under = gesture.current;
      if (!under) return;
      if (mode === "erase") return erase(place, under.before);
      const { places, stroke } = stroked(plane, under.stroke, place, spread * plane.reach, Math.random);
      under.stroke = stroke;
      board.edit((drawing) => withPoints(drawing, board.label, places), under.before);
    },
    onPointerUp: end,
    onPointerCancel: end,
    onPointerLeave: () => setCursor(null),
  };
}
