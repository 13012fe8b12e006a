import { Ceiling } from "../../../ceiling/Ceiling";
import { useShownRun } from "../../../context";

/** The Race's figure of the ceiling, which begins at the K of each run anew. */
export function RunCeiling() {
  const run = useShownRun((run) => run?.id);
  return <Ceiling key={run} />;
}
