import { useEffect, useState } from "react";
import { usePlayground } from "../context";

/** The redraw counter of the store, passed on at most every `interval` milliseconds, and not at all in a hidden tab. */
export function useRevision(interval: number): number {
  const { store } = usePlayground();
  const [revision, setRevision] = useState(() => store.getState().revision);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    let last = 0;
    const show = () => {
      timer = null;
      if (document.hidden) return;
      last = performance.now();
      setRevision(store.getState().revision);
    };
    const request = () => {
      timer ??= setTimeout(show, Math.max(0, last + interval - performance.now()));
    };
    const unsubscribe = store.subscribe((state, before) => {
      if (state.revision !== before.revision) request();
    });
    document.addEventListener("visibilitychange", request);
    return () => {
      unsubscribe();
      document.removeEventListener("visibilitychange", request);
      if (timer !== null) clearTimeout(timer);
    };
  }, [store, interval]);
  return revision;
}
