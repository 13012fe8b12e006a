import { isImage, LANE, probability } from "../../../src/augmentations/parts";
import { defineAugmentation, type Numbers, type Stage } from "../../../src/augmentations/types";
import { threshold } from "../../../src/engine/wgsl/numbers";
import { unitInterval } from "../../../src/settings/setting";

/** Solarization (BYOL, arXiv 2006.07733, appendix B), the example of docs/adding-an-augmentation.md. */
const stage: Stage<{ solarizes: boolean }> = {
  work: ({ solarize }: Numbers<"solarize">, shape) => ({ solarizes: isImage(shape) && solarize > 0 }),
  isNeeded: ({ solarizes }) => solarizes,
  reference(x, views, _work, tools) {
    const asked = tools.tensor(views.column("solarize"), [views.count, 1, 1, 1]);
    return x.add(asked.mul(x.greater(0.5).toFloat()).mul(x.mul(-2).add(1)));
  },
  wgsl: {
    pixel: () => ({
      functions: /* wgsl */ `
fn solarized(view: u32, pixel: Pixel) -> Pixel {
  return select(pixel, select(pixel, 1.0 - pixel, pixel > Pixel(0.5)), views[view].solarize == 1.0);
}`,
      apply: (pixel) => `solarized(view, ${pixel})`,
      readsMeans: false,
    }),
  },
};

export const solarize = defineAugmentation({
  id: "solarize",
  label: "Solarization",
  guide: "Bright values are turned into dark ones.",
  summary: "{solarize, number, ::percent}",
  samples: "images",
  fields: { solarize: { ...probability, name: "Solarization", schema: unitInterval.default(0) } },
  off: { solarize: 0 },
  on: { solarize: 0.2 },
  columns: ["solarize"],
  draws: {
    lanes: [LANE.blur],
    values: ({ solarize }: Numbers<"solarize">, lane) => ({ solarize: lane(LANE.blur)[2] < solarize ? 1 : 0 }),
    wgsl: ({ solarize }: Numbers<"solarize">) => `view.solarize = chance(lane_3.z, ${threshold(solarize)});`,
  },
  stage,
});
