import { useEffect } from "react";
import charts from "../charts.module.css";
import { chartKey } from "./chartKeys";
import classes from "./cursor.module.css";
import { offsetOf } from "./geometry";
import { leaveHover, setHoverX, useHoverX } from "./hover";
import type { CursorProps } from "./reader";
import { usePointing } from "./usePointing";

/** A sheet over a chart that moves the common cursor, zooms and pins, by mouse, touch or keys, and draws what that chose. */
export function Cursor(props: CursorProps) {
  const { height, top, bottom, across, reader, label, description } = props;
  const x = useHoverX();
  const { name } = reader;
  useEffect(() => () => leaveHover(name), [name]);
  const { selection, handlers } = usePointing(across, reader);
  const line = (place: number | null) => (place === null ? null : offsetOf(place, across));
  const box = { top, height: height - top - bottom };
  const [at, pinnedAt] = [line(x), line(reader.pinnedX)];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a chart that the arrow keys explore is no form group.
    <div
      className={classes.cursor}
      role="group"
      aria-roledescription="chart"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys move the cursor of a focused chart.
      tabIndex={0}
      {...handlers}
      onBlur={() => setHoverX(null)}
      onKeyDown={(event) => {
        if (!chartKey(event, props)) return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <span className={charts.hidden} aria-live="off">
        {description}
      </span>
      {selection && (
        <span
          className={classes.selection}
          style={{ ...box, left: selection[0], width: selection[1] - selection[0] }}
        />
      )}
      {pinnedAt !== null && <span className={classes.pinLine} style={{ ...box, left: pinnedAt }} />}
      {at !== null && <span className={classes.cursorLine} style={{ ...box, left: at }} />}
    </div>
  );
}
