import { Suspense, useEffect, useRef } from "react";
import type { Action } from "../../session/actions/action";
import { laterPart } from "../faults/laterPart";

const Palette = laterPart(() => import("./Palette"));

interface PaletteLayerProps {
  opened: boolean;
  onClose: () => void;
  perform: (action: Action) => void;
}

/** The palette comes when it is first asked for, and gives the focus back to where it was before anything is done. */
export function PaletteLayer({ opened, onClose, perform }: PaletteLayerProps) {
  const before = useRef<HTMLElement | null>(null);
  const isWanted = useRef(false);
  isWanted.current ||= opened;
  useEffect(() => {
    if (opened) before.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
  }, [opened]);
  const close = () => {
    onClose();
    before.current?.focus({ preventScroll: true });
  };
  if (!isWanted.current) return null;
  return (
    <Suspense fallback={null}>
      <Palette opened={opened} onClose={close} perform={perform} />
    </Suspense>
  );
}
