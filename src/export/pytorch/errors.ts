import { defineTexts } from "../../i18n/message";

/** Why an experiment has no script in PyTorch. */
export const texts = defineTexts("errors.pytorch", {
  refused: "This experiment cannot be exported to PyTorch: {reasons}",
  matched:
    "optimizer.matchGradientNorm needs all arms at each step, and the script trains one learner after the other: switch it off.",
  stop: "stop.{rule} ends all learners together, and the script trains one after the other: set it to 0.",
  fineTune: "evaluation.fineTune is not in the script: set its steps to 0.",
  large:
    "its data take {size, number} MB, more than {most, number}: export it with npm run experiment, which has no limit.",
  long: "its script would have {lines, number} lines, more than {most, number}: export some of its arms at a time, or switch the gradient probe or the evaluation off.",
});

declare module "../../i18n/message" {
  interface TextRooms {
    "errors.pytorch": typeof texts;
  }
}
