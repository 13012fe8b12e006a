import { defineTexts } from "../../../../i18n/message";

/** The words of the third chapter. */
export const texts = defineTexts("learn.factor", {
  title: "The vanishing factor",
  says: [
    "Follow one sample, the anchor, through the training. Two forces move it: its twin pulls, its look-alikes push. How large they are depends on the loss. Weigh all look-alikes together against the twin and call that \u03be (\u201cxi\u201d): large while the anchor is confused, tiny once its twin is by far the nearest.",
    "InfoNCE, the usual loss, multiplies the whole force by \u03be/(1 + \u03be), the vanishing factor. A confused anchor keeps all of its force. One that has found its twin is left with next to nothing, pull and push alike: InfoNCE lets it go. FlatNCE is the same loss without that factor. Neither is right as such: it is a question of what solved samples can still teach.",
    "Since \u03be goes through many powers of ten, the pictures show log \u03be (\u201clog xi\u201d). At 0 twin and look-alikes weigh the same, and the factor is one half; each step of 2.3 to the left divides \u03be by ten.",
  ],
  symbols: {
    info: {
      name: "InfoNCE\u2019s force",
      means: "What moves an anchor under InfoNCE: minus the gradient of its loss.",
    },
    f: {
      name: "vanishing factor",
      means: "The share of the force that InfoNCE leaves: 1 for a confused anchor, towards 0 for a solved one.",
    },
    xi: {
      name: "\u03be, look-alikes against the twin",
      means: "All negatives together, weighed against the positive.",
    },
    flat: { name: "FlatNCE\u2019s force", means: "The same force, without the factor." },
  },
  controls: {
    temperature: { label: "Temperature", values: { low: "0.05, low", middle: "0.2", high: "0.5, high" } },
  },
  pictures: {
    trail: "One anchor through the training",
    weights: "What an anchor weighs, and where the anchors are",
    forces: "The forces on one anchor",
  },
  question:
    "The gradient is the sum of what moves all anchors. At the end of training, which learner\u2019s gradient will be longer (gradient norm)?",
  choices: { info: "InfoNCE\u2019s", flat: "FlatNCE\u2019s", same: "Too close for three seeds to tell" },
  outcomes: {
    info: "Not what the formula suggests at equal weights. But these are two learners that have gone different ways: look at the factor in the picture before you conclude.",
    flat: "Solved anchors have hardly any weight under InfoNCE, and with them its gradient has faded. Whether a long gradient is a good one is another question: the last two chapters.",
    same: "The interval holds 0. Look at the curve of the vanishing factor: where it stays near 1 nothing vanishes, and the two losses do nearly the same.",
    undecided: "No interval could be had.",
  },
  falsified:
    "At a low temperature the vanishing factor falls well below 1, and yet InfoNCE\u2019s gradient stays as long as FlatNCE\u2019s. Or at a high one the two gradients part, although the factor stays near 1.",
  doubts: {
    other: {
      asks: "Why does the weight of the same sample differ from learner to learner?",
      answer:
        "After the first step the two learners are two networks: each places the sample, its twin and its look-alikes in its own way, and has a \u03be of its own. The weight in the picture is that of each loss in its own network.",
    },
    held: {
      asks: "Why is the sample that we follow not one of the training samples?",
      answer:
        "It is held out and shown in the same two views all the time, so that all that changes is the learner. The bars of the histogram are training samples.",
    },
  },
  trail: {
    sample: "held-out sample {sample}",
    another: "Follow another sample",
    says: "{label}: weight {weight}",
    axis: "weight of the anchor",
    waiting: "The first picture is being measured.",
    describe: "Weight of the anchor under each loss, by step",
  },
});

declare module "../../../../i18n/message" {
  interface TextRooms {
    "learn.factor": typeof texts;
  }
}
