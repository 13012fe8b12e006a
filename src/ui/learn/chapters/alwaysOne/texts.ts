import { defineTexts } from "../../../../i18n/message";

/** The words of the fourth chapter. */
export const texts = defineTexts("learn.alwaysOne", {
  title: "A loss that is always 1",
  says: [
    "FlatNCE\u2019s value is 1 at every step, whatever it has learned. How can it learn at all? A value and its gradient are two things. Training never looks at the value; it asks which way the value would change if the weights were nudged, and that is worked out by going backwards through the computation, which is therefore recorded: the tape.",
    "The trick is a stop-gradient, sg: going forwards it is not there; going backwards it is a closed door. FlatNCE computes v = log \u03be, then v minus sg(v), which is 0, and exp of that, which is 1. Going backwards, the first v is open and the second one closed: the nudge of v arrives in full. Open the door as well, and the two nudges cancel to exactly 0: then nothing would be learned.",
    "The same line holds a whole family. Subtract u = log(c + \u03be) in place of v: with c = 1 this is InfoNCE\u2019s gradient, with c = 0 FlatNCE\u2019s, and in between an anchor fades once \u03be falls below c. The value is then the weight of the anchor, \u03be/(c + \u03be): for FlatNCE it is 1 because every anchor counts in full. (The page plots the others as they are usually written, log(1 + \u03be) and log(c + \u03be): another value, the same gradient.)",
  ],
  symbols: {
    loss: {
      name: "the value",
      means: "Written like this, it is the weight with which the anchor counts: for FlatNCE, 1.",
    },
    v: {
      name: "v = log \u03be",
      means: "How far the anchor is from having found its twin: large when confused, far below 0 when solved.",
    },
    sg: { name: "stop-gradient", means: "A number is let through; going backwards, nothing is." },
    c: { name: "slider c", means: "Between the two losses: 1 is InfoNCE, 0 is FlatNCE." },
  },
  controls: {
    c: { label: "The loss in between has c =", values: { hundredth: "0.01", tenth: "0.1", half: "0.5" } },
  },
  pictures: { tape: "The tape of one anchor\u2019s loss" },
  question:
    "FlatNCE\u2019s own value will be 1 from the first step to the last. How often do its views find their twins at the end (contrastive accuracy), beside the first step?",
  choices: { more: "More often: it learns", less: "Less often", same: "Too close for three seeds to tell" },
  outcomes: {
    more: "A flat curve of the loss, and a learner that learns: the value was never what it learned from. To see how FlatNCE gets on, plot another thing, such as the InfoNCE value, which can be worked out for any learner.",
    less: "That should not be: the gradient pulls twins together. Look whether the learner broke off, or the task was solved before the first step.",
    same: "The interval holds 0: either the twins were found from the beginning, or three seeds scatter too much.",
    undecided: "No interval could be had.",
  },
  falsified:
    "FlatNCE\u2019s value leaves 1, or it stays at 1 and the twins are found no more often than by the untrained network.",
  doubts: {
    one: {
      asks: "The value is always 1, so how does it learn?",
      answer:
        "By the gradient, which is not 0: that of log \u03be. A clock that stands still at noon says nothing of the time, but here nobody reads the clock. The value is built so that it cancels; the gradient is built so that it does not.",
    },
    plot: {
      asks: "Then what should I watch to see whether it gets anywhere?",
      answer:
        "Anything that is measured rather than trained on: the InfoNCE value of the same embedding, the contrastive accuracy, the accuracy of a simple rule on held-out samples. FlatNCE\u2019s authors show the InfoNCE value in its place.",
    },
    code: {
      asks: "I wrote it in my own code and nothing is learned.",
      answer:
        "Two slips are common. Without the stop-gradient (detach) the gradient is exactly 0. And where the twin itself is left among the negatives, the sum is 1 + \u03be in place of \u03be: then it is InfoNCE again, under another name.",
    },
  },
  tape: {
    door: "Going backwards, sg is",
    closed: "closed (FlatNCE)",
    open: "open",
    logXi: "log \u03be of the anchor",
    c: "c",
    forward: "value",
    backward: "nudge",
    twin: "twin",
    others: "others",
    nodes: { v: "v = log \u03be", u: "u = log(c + \u03be)", sg: "sg", minus: "v \u2212 u", exp: "exp", loss: "loss" },
    describe:
      "The loss is {value}. Going backwards, v is nudged by {direct} directly and by {around} through u: {total} in all.",
    says: "The value is {value}; what arrives at v is {total} of the full force.",
    nothing: "The value is {value}, and what arrives at v is 0: nothing would be learned.",
    curve: "Weight of an anchor over log \u03be, for c = {c}, between InfoNCE and FlatNCE",
    curves: "weight over log \u03be: InfoNCE, FlatNCE, and c = {c} in between",
  },
});

declare module "../../../../i18n/message" {
  interface TextRooms {
    "learn.alwaysOne": typeof texts;
  }
}
