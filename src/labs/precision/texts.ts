import { defineTexts } from "../../i18n/message";
import { wordsOf } from "../names";
import { FORMS } from "./forms";

/** What the precision lab says. */
export const texts = defineTexts("precision", {
  title: "Precision: what rounding does",
  unit: "points",
  question:
    "InfoNCE can be written in several ways that are equal on paper. Computers round, so they are not equal in practice: softmax cross-entropy subtracts two numbers near 1 and loses the positive's gradient just where an anchor is solved (\u03be small). Is the vanishing gradient of InfoNCE a matter of rounding, which a better formula repairs, or of the loss itself? Here each form's gradient is worked out on your own device and compared with float64, over \u03be, in four number formats.",
  lookFor: [
    "Cross-entropy: in float32 the error grows as \u03be falls, and reaches 100 % at the dashed line; in float16, bfloat16 and float8 the line lies far to the right. Its positive gradient is then exactly 0, while the negatives still push.",
    "The stable form keeps all its digits in float32 at any \u03be: rounding alone is cured without FlatNCE. What it cannot cure is the factor \u03be/(1+\u03be): in float16 and float8 the gradient itself falls below the smallest number.",
    "FlatNCE: \u22121 on the positive in every format, at every \u03be. Its weights of the negatives have the digits that the format leaves a difference of logits, a few less where that is large; they are never lost.",
    "The bars on the axis: where the Race's anchors are now. Left of the line, cross-entropy trains on nothing.",
  ],
  falsified: [
    "A cross-entropy that keeps its digits left of the dashed line, or loses them far right of it.",
    "A FlatNCE whose error comes near 100 %, in any format at any \u03be.",
    "A stable InfoNCE in float32 with an error well above 10\u207b\u2076: then it is the device's exp and log, and the table below says by how much.",
  ],
  forms: wordsOf(FORMS, "label"),
  formats: { float32: "float32", float16: "float16", bfloat16: "bfloat16", float8e4m3: "float8 (e4m3)" },
  measures: {
    positive: "gradient on the positive's logit",
    anchor: "gradient at the anchor's embedding",
    value: "value of the loss",
  },
  xi: "\u03be of an anchor (solved on the left)",
  about: {
    name: "Relative error",
    guide:
      "How large the error of rounding is beside the result. Median over anchors of |got \u2212 right| / |right|, right in float64 from the same rounded logits. 1 means that no digit is left. Errors below the axis are drawn on its edge.",
  },
  threshold: { positive: "gradient 0 below {xi}", anchor: "positive 0 below {xi}", value: "loss 0 below {xi}" },
  thresholds:
    "Cross-entropy: the positive's gradient is exactly 0 below \u03be = {positive} (\u03b5/4), the loss below {value} (\u03b5/2).",
  anchorsBelow: "Of the Race's anchors at step {step}, below it: {shares}.",
  noRun: "Play the Race to mark its anchors here.",
  host: {
    title: "Your device's own exp and log",
    text: "The same float32 steps in JavaScript on the CPU, each rounded correctly, are the best that the format allows. A ratio near 1 means that your device adds nothing of its own.",
    form: "Form",
    device: "Device",
    best: "Correctly rounded",
    ratio: "Device / best",
    at: "at \u03be",
    caption: "Largest ratio of the device's error to that of correct rounding",
  },
});

declare module "../../i18n/message" {
  interface TextRooms {
    precision: typeof texts;
  }
}
