import { formatCount, formatPlain } from "../../../i18n/format";
import { defineTexts, say } from "../../../i18n/message";
import { strongest } from "../pick";
import { defineRule } from "../rule";

const { diverged: texts } = defineTexts("narrator", {
  diverged: {
    some: "{arm} lost {lost} of its {seeds, plural, one {1 seed} other {# seeds}} to divergence, the first at step {step}.",
    all: "{arm} diverged: none of its seeds trained past step {step}.",
    because:
      "A learner stops once its loss or its log \u03be is no longer a finite number. {arm} trained with the learning rate {rate} at the temperature {temperature}; a lower rate or a higher temperature is what usually helps. Seeds that stopped count in no mean and no difference.",
  },
});

/** Learners that stopped, since their numbers were none. */
export const diverged = defineRule({
  texts,
  isFinal: true,
  read(reading) {
    const { seeds } = reading.config;
    const most = strongest(
      reading,
      ({ stopped }) => (stopped.length > 0 ? stopped : null),
      ({ length }) => length,
    );
    if (!most) return null;
    const { arm, found } = most;
    const steps = found.map(({ step }) => step);
    const rest = { arm: arm.label, rate: formatPlain(arm.learningRate), temperature: formatPlain(arm.temperature) };
    const says =
      found.length >= seeds
        ? say(texts.all, { arm: arm.label, step: formatCount(Math.max(...steps)) })
        : say(texts.some, {
            arm: arm.label,
            lost: formatCount(found.length),
            seeds,
            step: formatCount(Math.min(...steps)),
          });
    return { says, because: say(texts.because, rest), from: ["objective", "logXi"] };
  },
});
