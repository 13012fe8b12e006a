/** Calls `effect` soon after each request, but never more often than every `interval` milliseconds. */
export interface Throttle {
  request(): void;
  /** Calls now, if a call is due. */
  flush(): void;
}

/** @param interval in milliseconds */
export function createThrottle(effect: () => void, interval: number): Throttle {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let last = Number.NEGATIVE_INFINITY;
  const fire = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    last = performance.now();
    effect();
  };
  return {
    request() {
      if (timer !== null) return;
      timer = setTimeout(fire, Math.max(0, last + interval - performance.now()));
    },
    flush() {
      if (timer !== null) fire();
    },
  };
}
