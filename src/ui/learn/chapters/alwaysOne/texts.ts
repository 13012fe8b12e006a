import { defineTexts } from "../../../../i18n/message";

/** The words of the fourth chapter. */
export const texts = defineTexts("learn.alwaysOne", {
  title: "A loss that is always 1",
  says: [
    "FlatNCE\u2019s value is 1 at every step, whatever it has learned. How can it teach? Training never reads the value. It asks how the value would change if a number of the network were nudged: that is the gradient. A computer finds it by going backwards through its own computation, from the loss to the network. For this it keeps a record of the computation, the tape.",
    "But what is always 1 does not change by any nudge? Right, and so there is a trick: a stop-gradient, sg. Take v = log \u03be; FlatNCE computes exp(v \u2212 sg(v)). If v is \u22123, that is exp(\u22123 + 3) = 1. Going backwards, sg is a closed door: what is behind it counts as a fixed number. Now it reads exp(v + 3) with a fixed 3, and that falls when v falls. So training makes v smaller, and a smaller \u03be means that the twin is told from the others. Open the door in the figure: the two ways cancel to exactly 0, and nothing would be learned.",
    "The same line holds a whole family. Subtract u = log(c + \u03be) in place of v. The value is then the weight of the anchor, \u03be/(c + \u03be): with c = 1 it is InfoNCE\u2019s f of the last chapter, with c = 0 FlatNCE\u2019s 1, and in between an anchor fades once \u03be falls below c. (The charts plot the others as they are usually written, log(1 + \u03be) and log(c + \u03be): another value, the same gradient.)",
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
    sg: {
      name: "stop-gradient",
      means: "Forwards it hands its number on. Backwards it lets nothing through, as if that number were fixed.",
    },
    c: { name: "slider c", means: "Between the two losses: 1 is InfoNCE, 0 is FlatNCE." },
  },
  controls: {
    c: { label: "The loss in between has c =", values: { hundredth: "0.01", tenth: "0.1", half: "0.5" } },
  },
  pictures: { tape: "The tape of one anchor\u2019s loss" },
  question:
    "FlatNCE\u2019s value will be 1 from the first step to the last. Will its views find their twins more often at the end than at the first step (contrastive accuracy)?",
  choices: { more: "More often: it learns", less: "Less often", same: "Too close for three seeds to tell" },
  outcomes: {
    more: "A flat curve, and yet it learned: the value was never what it learned from. To see how FlatNCE gets on, plot another thing, such as the InfoNCE value, which can be worked out for any learner. That another loss here is negative is no fault either: only the slope counts.",
    less: "That should not be: the gradient pulls twins together. Look whether the learner broke off, or the task was solved before the first step.",
    same: "0 lies in the interval: either the twins were found from the beginning, or three seeds differ too much to tell.",
    undecided: "No interval could be had.",
  },
  falsified:
    "FlatNCE\u2019s value leaves 1, or it stays at 1 and the twins are found no more often than by the untrained network.",
  doubts: {
    one: {
      asks: "Why not simply use log \u03be as the loss?",
      answer:
        "One can: the gradient is exactly the same, and that loss has a name of its own (decoupled contrastive loss, DCL). Its value is not 1 but falls as the twins are found. FlatNCE\u2019s authors came to it by another way, and wrote it so that the value is 1. What trains the network is in both the gradient of log \u03be.",
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
