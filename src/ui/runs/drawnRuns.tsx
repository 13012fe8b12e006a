import { createContext, useContext, useMemo } from "react";
import { type DrawnRun, useOverlaid } from "../charts/overlay/useOverlaid";

/** Which rows of the table are drawn behind the run that is shown, with the numbers and looks that their curves have in the charts. */

const Context = createContext<ReadonlyMap<string, DrawnRun>>(new Map());

/** Asks once for a whole table. */
export function DrawnRuns({ children }: { children: React.ReactNode }) {
  const runs = useOverlaid();
  const byId = useMemo(() => new Map(runs.map((run) => [run.id, run])), [runs]);
  return <Context value={byId}>{children}</Context>;
}

/** The run as it is drawn; undefined where it is not. */
export function useDrawnRun(id: string): DrawnRun | undefined {
  return useContext(Context).get(id);
}
