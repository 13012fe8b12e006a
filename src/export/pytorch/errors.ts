import { defineTexts } from "../../i18n/message";

/** Why an experiment has no script in PyTorch. */
export const texts = defineTexts("errors.pytorch", {
  refused: "This experiment cannot be exported to PyTorch: {reasons}",
  fineTune: "evaluation.fineTune is no part of the pretraining, and not in the script: set its steps to 0.",
  large:
    "its data take {size, number} MB, more than {most, number}: export it with npm run experiment, which has no limit.",
});

declare module "../../i18n/message" {
  interface TextRooms {
    "errors.pytorch": typeof texts;
  }
}
