import { Suspense, useRef } from "react";
import { useSelect } from "../../context";
import { laterPart } from "../../faults/laterPart";

const PresetGallery = laterPart(async () => ({ default: (await import("./PresetGallery")).PresetGallery }));

/** The gallery of presets, once it has been asked for. */
export function LaterGallery() {
  const opened = useSelect((state) => state.presetsOpen);
  const isWanted = useRef(false);
  isWanted.current ||= opened;
  if (!isWanted.current) return null;
  return (
    <Suspense fallback={null}>
      <PresetGallery />
    </Suspense>
  );
}
