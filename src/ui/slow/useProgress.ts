import { useReducedMotion } from "@mantine/hooks";
import { useEffect, useRef, useState } from "react";
import { turnPhase } from "../../session/slow/motion";
import { PHASES, type Phase, progressAt } from "../../session/slow/phases";
import { usePlayground, useSelect } from "../context";

/**
 * How far the drawing of the phase has moved, 0..1; who wants less motion sees all of it at once. Turns to the next phase where
 * slow motion plays and the phase has had its time.
 * @param step that is shown: another one moves from its beginning
 */
export function useProgress(step: number | null): number {
  const playground = usePlayground();
  const { phase, motion, pace } = useSelect((state) => state.slow);
  const isCalm = useReducedMotion() ?? false;
  const key = `${step} ${phase}`;
  const [shown, setShown] = useState({ key, moved: 0 });
  const passed = useRef({ key, seconds: 0 });
  useEffect(() => {
    if (passed.current.key !== key) passed.current = { key, seconds: 0 };
    if (motion === "still" || step === null) return;
    let frame = 0;
    let before = performance.now();
    const tick = (now: number) => {
      // A page that was hidden, or busy, goes on where it was.
      passed.current.seconds += Math.min(0.1, (now - before) / 1000);
      before = now;
      const { moved, isOver } = progressAt(PHASES[phase] as Phase, passed.current.seconds, pace);
      setShown({ key, moved });
      if (motion === "playing" && isOver) void turnPhase(playground, 1);
      else if (motion === "playing" || moved < 1) frame = requestAnimationFrame(tick);
    };
    frame = requestAnimationFrame(tick);
    return () => cancelAnimationFrame(frame);
  }, [playground, key, step, phase, motion, pace]);
  if (isCalm) return 1;
  return shown.key === key ? shown.moved : 0;
}
