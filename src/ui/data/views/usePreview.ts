import { useEffect, useMemo, useState } from "react";
import { saidOf } from "../../../i18n/errors";
import type { Said } from "../../../i18n/message";
import { askNewest } from "../../../session/newest";
import type { ViewsPreview } from "../../../worker/protocol";
import { usePlayground, useSelect } from "../../context";
import { texts } from "../texts";

/** Least time between two pictures, in milliseconds: drawing them takes time from the training. */
const INTERVAL = 100;

interface Preview {
  views: ViewsPreview | null;
  /** Why the last views could not be drawn. */
  failure: Said | null;
}

/**
 * Views of some of the run's samples under the augmentation that the settings show, drawn anew whenever it changes. While the
 * settings are not possible, the last ones stay.
 *
 * @param draw which samples and views
 */
export function usePreview(draw: number): Preview {
  const { service } = usePlayground();
  const augmentation = useSelect((state) => state.draft.augmentation);
  const isInvalid = useSelect((state) => state.draftErrors.some(({ path }) => path.startsWith("augmentation")));
  const dataset = useSelect((state) => state.run?.dataset ?? null);
  const [preview, show] = useState<Preview>({ views: null, failure: null });
  const ask = useMemo(() => {
    const answer = (question: [typeof augmentation, number]) =>
      service.previewViews(...question).then(
        (views): Preview => ({ views, failure: views ? null : texts.views.ended }),
        (error: unknown): Preview => ({ views: null, failure: saidOf(error) }),
      );
    return askNewest(answer, show, INTERVAL);
  }, [service]);
  useEffect(() => {
    if (dataset && !isInvalid) ask([augmentation, draw]);
  }, [ask, augmentation, draw, dataset, isInvalid]);
  return preview;
}
