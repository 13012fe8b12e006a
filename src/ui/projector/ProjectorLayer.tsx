import { Suspense, useEffect } from "react";
import { useSelect } from "../context";
import { Guard } from "../faults/Guard";
import { laterPart } from "../faults/laterPart";

const Projector = laterPart(() => import("./Projector"));

/** What lies over the page for a room, and the mark by which style sheets know that there is one. */
export function ProjectorLayer() {
  const isForRoom = useSelect(({ view, page }) => view.projector && page === "race");
  useEffect(() => {
    document.documentElement.toggleAttribute("data-room", isForRoom);
    return () => document.documentElement.removeAttribute("data-room");
  }, [isForRoom]);
  if (!isForRoom) return null;
  return (
    <Guard>
      <Suspense fallback={null}>
        <Projector />
      </Suspense>
    </Guard>
  );
}
