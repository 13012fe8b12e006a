import { lineUp } from "../../../session/actions/run/queue";
import type { Queued } from "../../../session/queue/queue";
import { useAnnounce } from "../../actions/announce";
import { usePlayground } from "../../context";

/** Lines experiments up, and says how many wait now. */
export function useLineUp(): (queued: readonly Queued[]) => void {
  const playground = usePlayground();
  const announce = useAnnounce();
  return (queued) => lineUp({ playground, announce }, queued);
}
