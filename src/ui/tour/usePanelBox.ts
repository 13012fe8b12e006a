import { useEffect, useState } from "react";
import type { Caption } from "../../session/tour/captions";
import type { Box } from "./place";

/** A panel that a caption speaks of, or what it leaves free. */
type Panel = Caption["panel"] | "verdict";

/** The panel of that name on the page; null where it is not shown. */
export function findPanel(name: Panel): HTMLElement | null {
  return document.querySelector<HTMLElement>(`main [data-panel="${name}"]`);
}

/** Where a panel stands in the window, followed as the page is scrolled and laid out anew; null where it is not shown. */
export function usePanelBox(name: Panel): Box | null {
  const [box, setBox] = useState<Box | null>(null);
  useEffect(() => {
    const measure = () => setBox((before) => unlessSame(before, boxOf(findPanel(name))));
    const observer = new ResizeObserver(measure);
    // Whatever grows above a panel changes the height of the page, too.
    for (const element of [document.body, findPanel(name)]) if (element) observer.observe(element);
    window.addEventListener("scroll", measure, { capture: true, passive: true });
    window.addEventListener("resize", measure);
    measure();
    return () => {
      observer.disconnect();
      window.removeEventListener("scroll", measure, { capture: true });
      window.removeEventListener("resize", measure);
    };
  }, [name]);
  return box;
}

function boxOf(panel: HTMLElement | null): Box | null {
  if (!panel) return null;
  const { left, top, width, height } = panel.getBoundingClientRect();
  return width > 0 ? { left, top, width, height } : null;
}

function unlessSame(before: Box | null, box: Box | null): Box | null {
  const same = before && box && (["left", "top", "width", "height"] as const).every((key) => before[key] === box[key]);
  return same ? before : box;
}
