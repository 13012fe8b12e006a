import { useEffect } from "react";
import { bringIntoView } from "../../components/bringIntoView";
import { usePlayground } from "../../context";

/** Where the parts of the page stand below each other. */
const NARROW = "(max-width: 820px)";

/**
 * Brings an element onto the screen when an anchor is chosen, where it would be missed else: on a narrow page, far from what was
 * touched. Nothing moves where it is seen already, or while another anchor takes the place of the first.
 */
export function useBroughtIntoView(element: React.RefObject<Element | null>): void {
  const { store } = usePlayground();
  useEffect(
    () =>
      store.subscribe(({ anchor }, before) => {
        const isFirst = before.anchor.chosen === null && anchor.chosen !== null;
        // What is chosen is drawn first: the element is not yet as tall as it will be.
        if (isFirst && window.matchMedia(NARROW).matches) requestAnimationFrame(() => bringIntoView(element.current));
      }),
    [store, element],
  );
}
