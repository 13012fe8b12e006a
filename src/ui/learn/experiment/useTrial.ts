import type { ChapterId } from "../../../session/learn/chapters";
import type { Trial } from "../../../session/learn/state";
import { shownRun } from "../../../session/shown";
import { useSelect } from "../../context";

/** What the reader tried in a chapter last; undefined where nothing was. */
export function useTrial(chapter: ChapterId): Trial | undefined {
  return useSelect(({ learn }) => learn.trials[chapter]);
}

/** Whether the run that the page shows is the chapter's. */
export function useIsShown(chapter: ChapterId): boolean {
  return useSelect((state) => {
    const trial = state.learn.trials[chapter];
    return trial !== undefined && shownRun(state)?.id === trial.runId;
  });
}
