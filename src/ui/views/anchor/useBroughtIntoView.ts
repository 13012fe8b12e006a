import { useEffect } from "react";
import { usePlayground } from "../../context";

/** Where the parts of the page stand below each other. */
const NARROW = "(max-width: 820px)";

/**
 * Brings an element onto the screen when an anchor is chosen, where it would be missed else: on a narrow page, far from what was
 * touched. Nothing moves while it can be seen, or while the arrow keys go through the anchors.
 */
export function useBroughtIntoView(element: React.RefObject<Element | null>): void {
  const { store } = usePlayground();
  useEffect(
    () =>
      store.subscribe(({ anchor }, before) => {
        const wasNone = before.anchor.chosen === null && anchor.chosen !== null;
        if (wasNone && window.matchMedia(NARROW).matches) bring(element.current);
      }),
    [store, element],
  );
}

function bring(element: Element | null): void {
  const behavior = window.matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
  element?.scrollIntoView({ behavior, block: "nearest" });
}
