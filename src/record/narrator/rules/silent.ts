import { formatNumber, formatPercent } from "../../../i18n/format";
import { defineTexts, say } from "../../../i18n/message";
import { strongest } from "../pick";
import { placeOf } from "../reading";
import { defineRule } from "../rule";

const { silent: texts } = defineTexts("narrator", {
  silent: {
    says: "{share} of {arm}\u2019s gradients are below Adam\u2019s epsilon, which no longer makes up for their smallness.",
    because:
      "Share of parameters with a gradient smaller than epsilon = {epsilon}: {share} ({place}), dead units included. Said from {bound} on, under Adam.",
  },
});

const BOUND = 0.5;

/** Gradients too small for Adam. */
export const silent = defineRule({
  texts,
  read(reading) {
    const { optimizer } = reading.config;
    if (optimizer.id !== "adam") return null;
    const most = strongest(
      reading,
      (arm) => {
        const share = arm.mean("silentGradients");
        return share && share.value >= BOUND ? share : null;
      },
      ({ value }) => value,
    );
    if (!most) return null;
    const numbers = { arm: most.arm.label, share: formatPercent(most.found.value, 0) };
    const epsilon = formatNumber(optimizer.epsilon, 1);
    return {
      says: say(texts.says, numbers),
      because: say(texts.because, { ...numbers, epsilon, place: placeOf(most.found), bound: formatPercent(BOUND, 0) }),
      from: ["silentGradients"],
    };
  },
});
