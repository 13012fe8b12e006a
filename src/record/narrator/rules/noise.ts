import { batchSizeOf } from "../../../config/batchSizes";
import { formatCount, formatPercent } from "../../../i18n/format";
import { defineTexts, say } from "../../../i18n/message";
import { strongest } from "../pick";
import { type ArmReading, placeOf } from "../reading";
import { defineRule } from "../rule";

const { noise: texts } = defineTexts("narrator", {
  noise: {
    says: "{share} of the gradient of a batch of {batch} is chance for {arm}: a larger batch or a lower rate averages it out.",
    because:
      "Gradient noise share {share} ({place}), as a share of the squared gradient, over {batches} micro-batches of the same size at fixed weights. Said where the last {probes} probes had {bound} or more.",
  },
});

const BOUND = 0.9;
const PROBES = 3;

/** Gradients of single batches that agree on little. */
export const noise = defineRule({
  texts,
  read(reading) {
    const { gradientProbe } = reading.config;
    const most = strongest(
      reading,
      (arm) => noisy(arm, reading.step),
      ({ value }) => value,
    );
    if (!most) return null;
    const share = formatPercent(most.found.value, 0);
    const batchSize = batchSizeOf(reading.config, most.arm.arm);
    const numbers = {
      batches: formatCount(gradientProbe.microBatches),
      probes: PROBES,
      bound: formatPercent(BOUND, 0),
    };
    return {
      says: say(texts.says, { arm: most.arm.label, share, batch: formatCount(batchSize) }),
      because: say(texts.because, { share, place: placeOf(most.found), ...numbers }),
      from: ["gradientNoise"],
    };
  },
});

function noisy(arm: ArmReading, step: number) {
  const latest = arm.mean("gradientNoise");
  const probes = [...arm.rows("gradientNoise", 1, step)].slice(-PROBES);
  return latest && probes.length === PROBES && probes.every(({ value }) => value >= BOUND) ? latest : null;
}
