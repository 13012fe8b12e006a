import { useEffect, useState } from "react";
import type { StepTrace, ViewsPreview } from "../../worker/protocol";
import { usePlayground } from "../context";

/** Samples and views of an update: undefined while they are drawn, null where they cannot be. */
export function useStepViews({ step, seed }: Pick<StepTrace, "step" | "seed">): ViewsPreview | null | undefined {
  const { service } = usePlayground();
  const [found, setFound] = useState<{ step: number; seed: number; views: ViewsPreview | null } | null>(null);
  useEffect(() => {
    let isWanted = true;
    const show = (views: ViewsPreview | null) => isWanted && setFound({ step, seed, views });
    service.viewsOfStep(step, seed).then(show, () => show(null));
    return () => {
      isWanted = false;
    };
  }, [service, step, seed]);
  return found?.step === step && found.seed === seed ? found.views : undefined;
}
