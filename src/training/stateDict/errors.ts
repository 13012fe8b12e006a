import { defineTexts } from "../../i18n/message";

/** Why an experiment cannot go on from a state. */
export const texts = defineTexts("errors.state", {
  wrongStep: "The state is of step {step}, but this experiment has the steps 0 to {steps}.",
  missing: "The state has no tensor {name}, which has to be {expected}.",
  other: "The tensor {name} of the state is {found}, but this experiment needs {expected}.",
  unknown:
    "The state has a tensor {name}, which this experiment does not: its arms, seeds, encoder and optimiser have to be those of the state.",
});

declare module "../../i18n/message" {
  interface TextRooms {
    "errors.state": typeof texts;
  }
}
