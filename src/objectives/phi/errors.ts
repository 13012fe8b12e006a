import { defineTexts } from "../../i18n/message";

/** Why a text is no loss. */
export const texts = defineTexts("errors.phi", {
  tooLong: "This has {length} characters; at most {most} are allowed.",
  empty: "Write a function of v, for example log(1 + exp(v)).",
  noOperator: "Write an operator between {first} and {second}, * for a product.",
  unexpected: "Unexpected operator {text}.",
  misplaced: "{text} cannot stand here.",
  noValue: "Value expected.",
  ended: "Unexpected end of expression.",
  unclosed: "Parenthesis ) expected.",
  tooLarge: "{number} is larger than float32 can hold, which is 3.4e38.",
  allowed: "Allowed are numbers, v, e, pi, + - * / ^, parentheses, and the functions {functions}.",
  noMeaning: "{text} has no meaning here. {allowed}",
  needsCall: "{name} is a function: write its argument in parentheses, for example {name}(v).",
  needsArgument: "{name} needs an argument, for example {name}(v).",
  unknown: "{name} is not known. {allowed}",
  noFunction: "{name} is not a function. For a product write {name} * ( ... ).",
  tooDeep: "More than {most} parentheses inside each other.",
  tooCostly:
    "This or its derivative is too long once its powers are written out: at most {operations} operations, {depth} inside each other, are allowed.",
  power: "Only a positive number can be raised to a power that depends on v.",
  noOperation: "{name} is not an operation of phi.",
  infinite: "This is not a finite number in float32, which ends at 3.4e38.",
  range: "It has to be finite and increasing for v = {lowest} ... {highest}.",
  falls: "phi'(v) is negative at v = {v}: the loss would push positives away. {range}",
  flat: "phi'(v) is 0 everywhere: there would be nothing to learn. Write something that grows with v.",
  notFinite: "{what} is not a finite float32 number at v = {v}: {why}. {range}",
  domain: "log, sqrt and powers that are not whole, or above {most}, need a positive argument, such as 1 + exp(v)",
  overflow: "float32 ends at 3.4e38",
  ofText: "{text}: {problem}",
});

declare module "../../i18n/message" {
  interface TextRooms {
    "errors.phi": typeof texts;
  }
}
