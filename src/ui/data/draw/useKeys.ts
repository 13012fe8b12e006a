import { useState } from "react";
import { erased, MOST_POINTS, withPoints } from "../../../data/drawing/drawing";
import { rounded } from "../../../data/drawing/plane";
import { formatTick } from "../../../i18n/format";
import { useTexts } from "../../language/useTexts";
import { type Cursor, erasedRadius, type Place, type PlaneProps } from "./cursor";
import { texts } from "./texts";

/** A press of an arrow moves by so much of the plane's reach; with Shift by less. */
const STEP = 0.1;
const FINE = 0.01;

const ARROWS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

interface KeyOptions extends PlaneProps {
  cursor: Cursor | null;
  setCursor: (cursor: Cursor | null) => void;
}

/** Draws and erases with a cursor that the arrows move, and says where it is. */
export function useKeys({ board, mode, spread, cursor, setCursor }: KeyOptions) {
  const t = useTexts(texts);
  const [spoken, setSpoken] = useState("");
  const drawing = board.history.present;
  const { plane, classes, points } = drawing;
  const place = cursor?.place ?? plane;
  const inWords = ({ x, y }: Place) => ({ x: formatTick(x), y: formatTick(y) });
  const move = ([x, y]: readonly [number, number], step: number) => {
    const along = (axis: "x" | "y", way: number) => {
      const [low, high] = [plane[axis] - plane.reach, plane[axis] + plane.reach];
      return rounded(plane, Math.min(high, Math.max(low, place[axis] + way * step * plane.reach)));
    };
    const to = { x: along("x", x), y: along("y", y) };
    setCursor({ place: to, isOfKeys: true });
    setSpoken(t.at(inWords(to)));
  };
  const act = () => {
    setCursor({ place, isOfKeys: true });
    const next =
      mode === "erase"
        ? erased(drawing, place, erasedRadius(plane, spread))
        : withPoints(drawing, board.label, [place]);
    board.edit(() => next);
    const about = { ...inWords(place), count: next.points.length };
    if (mode === "erase") setSpoken(t.erased(about));
    else if (points.length >= MOST_POINTS) setSpoken(t.full({ most: MOST_POINTS }));
    else setSpoken(t.put({ ...about, name: classes[board.label]! }));
  };
  const choose = (label: number) => {
    if (label >= classes.length) return;
    board.choose(label);
    setSpoken(classes[label]!);
  };
  const press = (event: React.KeyboardEvent) => {
    const { key, shiftKey, ctrlKey, metaKey, altKey } = event;
    if (ctrlKey || metaKey || altKey) return;
    const arrow = ARROWS[key];
    if (arrow) move(arrow, shiftKey ? FINE : STEP);
    else if (key === "Enter" || key === " ") act();
    else if (/^[1-9]$/.test(key)) choose(Number(key) - 1);
    else return;
    event.preventDefault();
  };
  return { press, spoken };
}
