import { useMemo } from "react";
import type { ArmLook } from "../../config/arms";
import { onlyArm, toggleArm } from "../../session/reading/changes";
import { usePlayground } from "../context";
import type { LineSwitch } from "./plot/Legend";

/** Switches the curves of arms on and off, in all charts. */
export function useLineSwitch(looks: ArmLook[], hidden: ReadonlySet<number>): LineSwitch {
  const playground = usePlayground();
  return useMemo(() => {
    const labels = looks.map(({ label }) => label);
    return {
      hidden,
      toggle: (label) => toggleArm(playground, label),
      only: (label) => onlyArm(playground, label, labels),
    };
  }, [playground, looks, hidden]);
}
