import type { Watching } from "../../training/trace/stepTracer";
import type { Playground } from "../playground";
import type { PlaygroundState } from "../playgroundState";
import { openSlow } from "./motion";

/** Which updates the worker is to tell of one by one: all for slow motion; on a projector, where it may be opened, some. */
export function watchingFor({ view }: Pick<PlaygroundState, "view">): Watching {
  if (view.slow) return "all";
  return view.projector ? "some" : "none";
}

/** Lets the worker watch what the page shows, from now on. An address that shows slow motion gets an update once there is a run. */
export function followWatching(playground: Playground): void {
  let watching: Watching = "none";
  let wanted = false;
  playground.store.subscribe((state) => {
    const next = watchingFor(state);
    if (next !== watching) {
      watching = next;
      void playground.service.watchSteps(next);
    }
    const { view, run, starting } = state;
    const lacks = view.slow && !starting && run?.state === "paused" && run.environment && run.traces.length === 0;
    if (lacks && !wanted) {
      wanted = true;
      void openSlow(playground, state.slow).finally(() => {
        wanted = false;
      });
    }
  });
}
