import type { PanelGroupId, PanelId } from "../../session/panels/registry";
import { isPanelOnPage } from "../../session/projector/panels";
import { useSelect } from "../context";

/** What stands on the page only where its panel, or any of its group, is shown. */
export function Panel({ id, children }: { id: PanelId | PanelGroupId; children: React.ReactNode }) {
  return useSelect((state) => isPanelOnPage(state, id)) && children;
}
