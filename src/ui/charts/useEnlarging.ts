import { useCallback } from "react";
import { enlarge } from "../../session/enlarge";
import { usePlayground, useSelect } from "../context";
import { type TextSize, useTextSize } from "./useTextSize";

/** What answers to a press itself. */
const OPERATED = "button, a, input, label, table, [role=slider]";

export interface Enlarging {
  /** The pages of the labs have no middle to give to one chart, and a frame has no height of its own. */
  possible: boolean;
  enlarged: boolean;
  toggle: () => void;
  /** For the chart's card: a double press anywhere on it enlarges it, or brings the others back. */
  card: { "data-enlarged": true | undefined; "data-text": TextSize; onDoubleClick: (event: React.MouseEvent) => void };
}

/** Whether a chart has all the room of the middle, and the way there and back. */
export function useEnlarging(name: string): Enlarging {
  const playground = usePlayground();
  const possible = useSelect((state) => state.page === "race" && !state.embed.on);
  const enlarged = useSelect((state) => state.enlarged === name) && possible;
  const text = useTextSize(name);
  const toggle = useCallback(() => enlarge(playground, enlarged ? null : name), [playground, enlarged, name]);
  const onDoubleClick = ({ target, currentTarget }: React.MouseEvent) => {
    const isOnCard = target instanceof Element && currentTarget.contains(target) && !target.closest(OPERATED);
    if (!isOnCard || !possible) return;
    // A double press selects the word under it.
    window.getSelection()?.removeAllRanges();
    toggle();
  };
  return {
    possible,
    enlarged,
    toggle,
    card: { "data-enlarged": enlarged || undefined, "data-text": text, onDoubleClick },
  };
}
