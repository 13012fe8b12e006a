import { useMemo } from "react";
import { formatDuration } from "../../../i18n/format";
import { computesOnCpu } from "../../../record/environment";
import { surveyOf } from "../../../session/labs/survey";
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
  const found = useSelect((state) => surveyOf("advice", state)?.found ?? null);
  const environment = useSelect((state) => state.environment);
  const device = found?.environment ?? environment;
  const { learners, steps, batch, wanted, time, isOfImages, limit } = useMemo(
    () => planOf(config, { run, rate, found }),
    [config, run, rate, found],
  );
  const isSlow = device !== null && computesOnCpu(device) && isOfImages;
  return (
    <p>
      {t.plan.trainings({ learners, steps, batch })} {batch < wanted && `${t.plan[limit]({ batch, wanted })} `}
      {isSlow && `${config.effort === "quick" ? t.plan.quick : t.plan.notQuick} ${t.plan.slow} `}
      {time
        ? t.plan.time[time.by]({ least: formatDuration(time.least), most: formatDuration(time.most) })
        : t.plan.unknown}
    </p>
  );
}
