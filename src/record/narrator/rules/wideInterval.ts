import { formatCount } from "../../../i18n/format";
import { defineTexts, say, textsOf } from "../../../i18n/message";
import { metricOf } from "../../../metrics";
import { tQuantile } from "../../statistics/tQuantile";
import { sizeFormat } from "../../words/difference";
import type { Reading } from "../reading";
import { defineRule } from "../rule";

const { wideInterval: texts } = defineTexts("narrator", {
  wideInterval: {
    says: "The difference of {difference} is known to \u00b1{half} only: {enough, select, none {even {most} seeds would not do} other {add seeds, about {enough} in all}}.",
    because:
      "{metric}, 95% t interval over {n, plural, one {1 seed} other {# seeds}}. Were the difference and the scatter of the seeds to stay as they are, the interval would leave 0 out {enough, select, none {with none of the numbers of seeds that can be set} other {from {enough} seeds on}}. Whoever adds seeds until something shows is misled one time in twenty and more: decide on a number before.",
  },
});

/** Seeds that a run can have. */
const MOST = 32;
/** Share of a run after which its interval is talked about. */
const HALFWAY = 0.5;

/** A verdict that the seeds are too few for. */
export const wideInterval = defineRule({
  texts,
  read(reading) {
    const { compared, config, isOver, step, metric } = reading;
    if (!compared || compared.verdict.interval === null || compared.verdict.detected) return null;
    if (!isOver && step < HALFWAY * config.steps) return null;
    const { difference, interval, seeds } = compared.verdict;
    const half = (interval[1] - interval[0]) / 2;
    if (difference === 0 || !(half > 0)) return null;
    const enough = enoughSeeds(compared.verdict, half);
    const write = sizeFormat(metric);
    const numbers = { enough: enough === null ? "none" : formatCount(enough), most: formatCount(MOST) };
    return {
      says: say(texts.says, { difference: write(difference, false), half: write(half), ...numbers }),
      because: say(texts.because, {
        metric: textsOf("metrics", metricOf(metric)).label,
        n: seeds,
        ...numbers,
      }),
      from: [metric],
    };
  },
});

/** The least number of seeds whose interval would leave 0 out, were mean and standard deviation to stay; null beyond what can be set. */
function enoughSeeds({ difference, seeds }: NonNullable<Reading["compared"]>["verdict"], half: number): number | null {
  const deviation = (half * Math.sqrt(seeds)) / tQuantile(0.975, seeds - 1);
  for (let n = seeds + 1; n <= MOST; n++)
    if ((tQuantile(0.975, n - 1) * deviation) / Math.sqrt(n) < Math.abs(difference)) return n;
  return null;
}
