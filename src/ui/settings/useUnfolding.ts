import { useEffect } from "react";
import { useSelect } from "../context";

/** Calls back when a setting is asked for that something here is to be unfolded for. */
export function useUnfolding(has: (path: string) => boolean, unfold: (path: string) => void): void {
  const sought = useSelect((state) => state.sought);
  useEffect(() => {
    if (sought !== null && has(sought)) unfold(sought);
  });
}
