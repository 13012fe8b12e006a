import { useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useDrawClock, usePlayground } from "../context";
import type { Drawing } from "./drawClock";

/**
 * The redraw counter of the store, passed on when the draw clock says so.
 *
 * @param element drawn only while this can be seen; null for what is always drawn
 */
export function useRevision(rank: Drawing["rank"], element: React.RefObject<Element | null> | null = null): number {
  const { store } = usePlayground();
  const clock = useDrawClock();
  const [revision, setRevision] = useState(() => store.getState().revision);
  const visible = useVisible(element, () => clock.request());
  useEffect(
    () =>
      clock.add({
        rank,
        visible: () => visible.current,
        draw: () => flushSync(() => setRevision(store.getState().revision)),
      }),
    [clock, rank, store, visible],
  );
  return revision;
}

/** Whether an element is on the screen or close to it; true where there is no element to watch. */
function useVisible(element: React.RefObject<Element | null> | null, cameIntoView: () => void) {
  const visible = useRef(element === null);
  const notify = useRef(cameIntoView);
  notify.current = cameIntoView;
  useEffect(() => {
    const target = element?.current;
    if (!target) return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        visible.current = entry?.isIntersecting ?? false;
        if (visible.current) notify.current();
      },
      { rootMargin: "80px" },
    );
    observer.observe(target);
    return () => observer.disconnect();
  }, [element]);
  return visible;
}
