import { useEffect, useRef } from "react";
import type { Frame } from "../../session/embed/frame";

/** Tells the host how high the content is, whenever that changes. @returns for the element that holds all of it */
export function useToldHeight(frame: Frame): React.RefObject<HTMLDivElement | null> {
  const content = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = content.current;
    if (!element) return;
    const tell = () => frame.tellHeight(Math.ceil(element.getBoundingClientRect().height));
    const observer = new ResizeObserver(tell);
    observer.observe(element);
    tell();
    return () => observer.disconnect();
  }, [frame]);
  return content;
}
