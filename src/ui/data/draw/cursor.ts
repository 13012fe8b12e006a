import type { Plane } from "../../../data/drawing/plane";
import type { Mode } from "./Tools";
import type { Board } from "./useDrawing";

/** What mouse, finger and keyboard do to the plane. */

/** What is erased has a size also where nothing is spread. */
const LEAST_ERASED = 0.05;

export interface PlaneProps {
  board: Board;
  mode: Mode;
  /** As a share of the plane's reach. */
  spread: number;
}

export type Place = { readonly x: number; readonly y: number };

/** Where the pointer or the cursor of the keyboard is. */
export interface Cursor {
  place: Place;
  isOfKeys: boolean;
}

/** Radius of what is erased, in the plane's units. */
export function erasedRadius(plane: Plane, spread: number): number {
  return Math.max(spread, LEAST_ERASED) * plane.reach;
}
