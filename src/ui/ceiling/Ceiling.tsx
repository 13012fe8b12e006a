import { Suspense, useEffect, useRef, useState } from "react";
import { laterPart } from "../faults/laterPart";
import { useTexts } from "../language/useTexts";
import classes from "./ceiling.module.css";
import { texts } from "./texts";

const CeilingFigure = laterPart(() => import("./CeilingFigure"));

/** The figure of the ceiling, whose file and numbers come when it is close to the screen: neither the start nor a run waits for them. */
export function Ceiling() {
  const t = useTexts(texts);
  const place = useRef<HTMLDivElement>(null);
  const isNear = useIsNear(place);
  const waiting = <div className={classes.later}>{t.waiting}</div>;
  return (
    <div ref={place}>
      {isNear ? (
        <Suspense fallback={waiting}>
          <CeilingFigure />
        </Suspense>
      ) : (
        waiting
      )}
    </div>
  );
}

/** Whether an element has ever been on the screen, or close to it. */
function useIsNear(element: React.RefObject<Element | null>): boolean {
  const [isNear, setIsNear] = useState(false);
  useEffect(() => {
    if (!element.current) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        setIsNear(true);
        observer.disconnect();
      },
      { rootMargin: "80px" },
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return isNear;
}
