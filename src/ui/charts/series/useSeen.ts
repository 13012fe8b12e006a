import { useEffect, useState } from "react";
import { flushSync } from "react-dom";
import type { PlaygroundState } from "../../../session/playgroundState";
import { useDrawClock, usePlayground } from "../../context";
import { watch } from "./watch";

/**
 * Part of the state, passed on at once while an element can be seen or is close to it; else once it comes into view, or before everything
 * is drawn for a picture. A zoom of all charts is so the work of those in sight.
 *
 * @param select gives the same value as long as nothing has changed; the same function each time
 */
export function useSeen<T>(element: React.RefObject<Element | null>, select: (state: PlaygroundState) => T): T {
  const { store } = usePlayground();
  const clock = useDrawClock();
  const [value, setValue] = useState(() => select(store.getState()));
  useEffect(() => {
    let isSeen = false;
    const update = () => setValue(select(store.getState()));
    const unwatch = watch(element.current, (now) => {
      isSeen = now;
      if (now) update();
    });
    const unsubscribe = store.subscribe(() => {
      if (isSeen) update();
    });
    const remove = clock.beforeAll(() => flushSync(update));
    return () => {
      unwatch();
      unsubscribe();
      remove();
    };
  }, [store, clock, element, select]);
  return value;
}
