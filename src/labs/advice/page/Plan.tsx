import { useMemo } from "react";
import { sourceOf } from "../../../data/sources";
import { formatDuration } from "../../../i18n/format";
import { useSelect } from "../../../ui/context";
import { useTexts } from "../../../ui/language/useTexts";
import type { AdviceConfig } from "../schema";
import { texts } from "../texts";
import { planOf } from "./plan";

/** What an answer takes, before it is asked for. */
export function Plan({ config }: { config: AdviceConfig }) {
  const t = useTexts(texts);
  const run = useSelect((state) => state.run);
  const rate = useSelect((state) => state.rate);
  const backend = useSelect((state) => state.environment?.backend);
  const isSlow = backend !== undefined && backend !== "webgpu" && sourceOf(config.base.dataset).holdsImages;
  const { learners, steps, batch, wanted, time } = useMemo(() => planOf(config, { run, rate }), [config, run, rate]);
  return (
    <p>
      {t.plan.trainings({ learners, steps, batch })} {batch < wanted && `${t.plan.smaller({ batch, wanted })} `}
      {isSlow && `${t.plan.slow} `}
      {time ? t.plan.time({ least: formatDuration(time[0]), most: formatDuration(time[1]) }) : t.plan.unknown}
    </p>
  );
}
