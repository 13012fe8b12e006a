import type { LabId } from "../../labs";
import type { LabState } from "../../session/labs/labState";
import { useSelect } from "../context";

/** What a lab shows now; the component redraws with its rows. */
export function useLab<I extends LabId>(id: I): LabState<I> {
  return useSelect((state) => state.labs[id]);
}
