import { useEffect } from "react";
import { isShortcut, shortcutOf } from "../actions/shortcuts";
import { usePlayground } from "../context";

/** Arrow keys turn the captions and Escape ends the tour, wherever the focus is but in what has another use for them. */
export function useTourKeys(caption: React.RefObject<HTMLElement | null>): void {
  const { tour } = usePlayground();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const act = ACTS[shortcutOf(event)];
      const isInside = event.target instanceof Node && caption.current?.contains(event.target);
      if (!act || !(isInside || isShortcut(event)) || document.querySelector("[aria-modal=true]")) return;
      event.preventDefault();
      // While the tour is there, the arrow key makes no step.
      event.stopImmediatePropagation();
      act(tour);
    };
    window.addEventListener("keydown", press, { capture: true });
    return () => window.removeEventListener("keydown", press, { capture: true });
  }, [tour, caption]);
}

type Turns = ReturnType<typeof usePlayground>["tour"];

const ACTS: Readonly<Record<string, (tour: Turns) => void>> = {
  ArrowRight: (tour) => tour.turn(1),
  ArrowLeft: (tour) => tour.turn(-1),
  Escape: (tour) => tour.end(),
};
