import { formatNumber } from "../../../i18n/format";
import { defineTexts, say } from "../../../i18n/message";
import { strongest } from "../pick";
import { placeOf } from "../reading";
import { defineRule } from "../rule";

const { onePoint: texts } = defineTexts("narrator", {
  onePoint: {
    says: "{arm} maps everything to nearly the same point: its embeddings have collapsed.",
    because:
      "The spread per dimension is {spread} ({place}); embeddings that use all {size} directions have about 1/\u221aD = {full}. Said below a tenth of it.",
  },
});

/** Share of the full spread below which embeddings lie at one point. */
const COLLAPSED = 0.1;

/** Complete collapse. */
export const onePoint = defineRule({
  texts,
  read(reading) {
    const size = reading.config.encoder.projection;
    const full = 1 / Math.sqrt(size);
    const most = strongest(
      reading,
      (arm) => {
        const spread = arm.mean("collapseStd");
        return spread && spread.value < COLLAPSED * full ? spread : null;
      },
      ({ value }) => -value,
    );
    if (!most) return null;
    const { arm, found } = most;
    const numbers = { spread: formatNumber(found.value), full: formatNumber(full, 2), size, place: placeOf(found) };
    return { says: say(texts.says, { arm: arm.label }), because: say(texts.because, numbers), from: ["collapseStd"] };
  },
});
