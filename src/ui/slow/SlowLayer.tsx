import { Suspense } from "react";
import { useSelect } from "../context";
import { Guard } from "../faults/Guard";
import { laterPart } from "../faults/laterPart";

const SlowMotion = laterPart(() => import("./SlowMotion"));

/** One training step in slow motion, over the page, while somebody looks at it. */
export function SlowLayer() {
  const isOpen = useSelect(({ view, page }) => view.slow && page === "race");
  if (!isOpen) return null;
  return (
    <Guard>
      <Suspense fallback={null}>
        <SlowMotion />
      </Suspense>
    </Guard>
  );
}
