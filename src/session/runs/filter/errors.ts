import { defineTexts } from "../../../i18n/message";

/** What can be wrong with a filter of the runs. */
export const texts = defineTexts("errors.filter", {
  noField:
    "{name} is no setting or metric: {problem}. What can be compared: settings by their path (batchSize, optimizer.learningRate), metrics by their id (gradientNoise), and {words}.",
  severalFields: "{name} may be any of {fields}: write out which.",
  noValue: "There is nothing to compare {name} with: write a value after {operator}.",
  noNumber: "Only a number can stand after {operator}, and {value} is none.",
  noState: "is: knows {allowed}, not {value}.",
  noWord: "Nothing stands after {key}.",
  noEnd: "The quotation mark has no other one to end it.",
});

declare module "../../../i18n/message" {
  interface TextRooms {
    "errors.filter": typeof texts;
  }
}
