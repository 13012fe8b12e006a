import { useRef, useState } from "react";
import type { Place } from "../../anchor/picking/pick";

/** Pixels that the pointer may move in a press. */
const STILL = 5;

/** A box that is drawn by dragging the mouse or a pen; a finger scrolls the page. */
export function useBox(drawn: (corners: [Place, Place]) => void) {
  const start = useRef<Place | null>(null);
  const hasMoved = useRef(false);
  const [corners, setCorners] = useState<[Place, Place] | null>(null);
  const end = () => {
    start.current = null;
    setCorners(null);
  };
  return {
    corners,
    /** Whether the press that is over was a drag. */
    wasDrawn: () => hasMoved.current,
    handlers: {
      onPointerDown(event: React.PointerEvent) {
        hasMoved.current = false;
        if (event.pointerType === "touch" || event.button !== 0) return;
        start.current = placeOf(event);
        event.currentTarget.setPointerCapture(event.pointerId);
      },
      onPointerMove(event: React.PointerEvent) {
        const from = start.current;
        if (!from) return;
        const to = placeOf(event);
        hasMoved.current ||= Math.hypot(to[0] - from[0], to[1] - from[1]) > STILL;
        if (hasMoved.current) setCorners([from, to]);
      },
      onPointerUp() {
        if (corners) drawn(corners);
        end();
      },
      onPointerCancel: end,
    },
  };
}

/** Where on an element the pointer is, in pixels. */
export function placeOf(event: React.MouseEvent): Place {
  const { left, top } = event.currentTarget.getBoundingClientRect();
  return [event.clientX - left, event.clientY - top];
}
