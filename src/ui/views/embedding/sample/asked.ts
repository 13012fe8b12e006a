import { useEffect } from "react";
import type { PlaygroundState } from "../../../../session/playgroundState";
import { usePlayground, useSelect } from "../../../context";

/** The run in the worker whose samples are not told of yet; null where they are, and where a kept run is shown, which has none. */
export function lacksSamples({ run, opened }: Pick<PlaygroundState, "run" | "opened">): string | null {
  return run && !opened && !run.samples ? run.id : null;
}

/** Has the samples and their views told of once somebody looks at one: until then nothing is drawn for it. */
export function useSamples(isWanted: boolean): void {
  const { service } = usePlayground();
  const lacking = useSelect(lacksSamples);
  useEffect(() => {
    if (!isWanted || lacking === null) return;
    service.tellSamples().catch((error: unknown) => {
      console.info("The samples of the embedding could not be drawn.", error);
    });
  }, [service, isWanted, lacking]);
}
