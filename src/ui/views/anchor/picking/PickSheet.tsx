import { useEffect } from "react";
import { usePlayground, useSelect } from "../../../context";
import { useTexts } from "../../../language/useTexts";
import { texts } from "../texts";
import { useSampleName } from "../useSampleName";
import type { Place } from "./pick";
import classes from "./pickSheet.module.css";
import { useAnchorKeys } from "./useAnchorKeys";

interface PickSheetProps {
  label: string;
  /** The anchors in the order in which the arrow keys go through them. */
  order: readonly number[];
  /** The anchor at a place of the sheet, in pixels. */
  pick: (place: Place) => number | null;
  /** Pressed where there is no anchor; null once that is over: another press has found one, or the pointer or the focus has left. */
  missed?: (place: Place | null) => void;
}

/**
 * A sheet over a picture of anchors: the one under the mouse is looked at, a press keeps it, and the arrow keys go from one to
 * the next. All of it is one stop of the Tab key.
 */
export function PickSheet({ label, order, pick, missed }: PickSheetProps) {
  const t = useTexts(texts);
  const nameOf = useSampleName();
  const { anchors } = usePlayground();
  const chosen = useSelect(({ anchor }) => anchor.chosen);
  const press = useAnchorKeys(order);
  const place = chosen === null ? -1 : order.indexOf(chosen);
  useEffect(() => () => anchors.preview(null), [anchors]);
  const choose = (at: Place) => {
    const anchor = pick(at);
    missed?.(anchor === null ? at : null);
    if (anchor !== null) anchors.choose(anchor);
  };
  const leave = () => {
    anchors.preview(null);
    missed?.(null);
  };
  return (
    <div
      className={classes.sheet}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={order.length}
      aria-valuenow={place + 1}
      aria-valuetext={place < 0 ? t.none : nameOf(order[place] as number)}
      onPointerMove={(event) => event.pointerType === "mouse" && anchors.preview(pick(placeOf(event)))}
      onPointerLeave={leave}
      onBlur={() => missed?.(null)}
      onClick={(event) => choose(placeOf(event))}
      onKeyDown={press}
    />
  );
}

function placeOf(event: React.MouseEvent): Place {
  const { left, top } = event.currentTarget.getBoundingClientRect();
  return [event.clientX - left, event.clientY - top];
}
