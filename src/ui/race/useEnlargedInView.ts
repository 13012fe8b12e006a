import { useEffect, useRef } from "react";
import { useSelect } from "../context";

/**
 * Shows an enlarged chart from its top, and brings the page back to where it was once all charts are there again.
 * @returns for the element that holds the charts
 */
export function useEnlargedInView(): React.RefObject<HTMLDivElement | null> {
  const middle = useRef<HTMLDivElement>(null);
  const enlarged = useSelect((state) => state.enlarged);
  useEffect(() => {
    if (enlarged === null) return;
    const { scrollY } = window;
    middle.current?.querySelector("[data-enlarged]")?.scrollIntoView();
    return () => {
      // Not on the page that comes in the place of this one.
      if (middle.current) window.scrollTo(0, scrollY);
    };
  }, [enlarged]);
  return middle;
}
