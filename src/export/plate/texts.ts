import { defineTexts } from "../../i18n/message";

/** What is written in and below a figure for a paper or a slide. */
export const texts = defineTexts("plate", {
  /** Of a panel among several. */
  panel: "({letter}) {metric}",
  withUnit: "{metric} ({unit})",
  by: "{panels}, by {axis, select, samples {samples seen} epochs {epochs trained} time {time trained} other {training step}}.",
  arms: "{arms} on {data}: batch size {batch}, temperature {temperature}, {optimizer} at a learning rate of {rate}, {steps, plural, one {1 step} other {# steps}}.",
  seeds:
    "Lines are means over {n, plural, one {1 seed} other {# seeds}}{n, plural, one {} other {, bands reach from the lowest to the highest}}{smoothed, select, true {; metrics of single batches are smoothed, with their raw mean behind} other {}}.",
  changed: "Dotted lines stand where the run was changed.",
  verdict: "{conclusion} {figures}.",
});

declare module "../../i18n/message" {
  interface TextRooms {
    plate: typeof texts;
  }
}
