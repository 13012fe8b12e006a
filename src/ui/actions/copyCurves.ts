import { linkWithCurves } from "../../session/overlay/link";
import type { Playground } from "../../session/playground";
import { runName } from "../runs/runName";
import { shownRunOrThrow } from "../saving";
import { copyText } from "./copy";

/**
 * Puts an address that has the curves of the run that is shown into the clipboard.
 * @returns its length in characters; null where the browser refuses
 */
export async function copyCurves(playground: Playground): Promise<number | null> {
  const { state } = playground;
  const run = shownRunOrThrow(playground);
  const name = state.history.find(({ id }) => id === run.id)?.name ?? "";
  const hash = linkWithCurves(state, runName({ ...run, name, config: run.startConfig }));
  const link = new URL(`#${hash}`, window.location.href).href;
  return (await copyText(link)) ? link.length : null;
}
