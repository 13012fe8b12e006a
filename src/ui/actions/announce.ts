import { createContext, useContext } from "react";
import type { Said } from "../../i18n/message";

/** Says something for a moment, to screen readers as well, from wherever it was done. */
export const Announcing = createContext<(said: Said) => void>(() => undefined);

export function useAnnounce(): (said: Said) => void {
  return useContext(Announcing);
}
