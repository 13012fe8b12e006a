import { useEffect, useState } from "react";
import { flushSync } from "react-dom";
import { useDrawClock, usePlayground } from "../../context";
import type { Drawing } from "./drawClock";
import { watch } from "./watch";

/**
 * The redraw counter of the store, passed on when the draw clock says so.
 *
 * @param element drawn only while this can be seen; null for what is always drawn
 */
export function useRevision(rank: Drawing["rank"], element: React.RefObject<Element | null> | null = null): number {
  const { store } = usePlayground();
  const clock = useDrawClock();
  const [revision, setRevision] = useState(() => store.getState().revision);
  useEffect(() => {
    let visible = element === null;
    const drawing: Drawing = {
      rank,
      visible: () => visible,
      draw: () => flushSync(() => setRevision(store.getState().revision)),
    };
    const unwatch = watch(element?.current ?? null, (now) => {
      visible = now;
      if (now) clock.hurry(drawing);
    });
    const remove = clock.add(drawing);
    return () => {
      unwatch();
      remove();
    };
  }, [clock, rank, store, element]);
  return revision;
}
