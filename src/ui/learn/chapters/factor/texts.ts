import { defineTexts } from "../../../../i18n/message";

/** The words of the third chapter. */
export const texts = defineTexts("learn.factor", {
  title: "The vanishing factor",
  says: [
    "Follow one sample, the anchor, through the training. Two forces act on its place: its twin pulls, and all the others in the batch, its negatives, push, look-alikes hardest. A negative counts 1 where it is as near as the twin, and next to nothing where it is far: that is exp((s \u2212 s of the twin)/\u03c4), with s for its similarity. The sum over all negatives is \u03be (\u201cxi\u201d), and the loss of the first chapter is log(1 + \u03be). \u03be is large while the anchor is confused, and tiny once its twin is by far the nearest: such an anchor is solved. How far is far, the temperature \u03c4 says: at a high one even a twin that is nearest of all leaves \u03be large.",
    "InfoNCE, the usual loss, multiplies the whole force by f = \u03be/(1 + \u03be), the vanishing factor. If \u03be is 9, f is 0.9, and the anchor keeps most of its force; if \u03be is 0.01, f is about 0.01, and hardly any pull or push is left: InfoNCE lets a solved anchor go. FlatNCE is the same without f. Neither is right as such: what can solved anchors still teach?",
    "No place is moved by hand. Each force is passed back through the network and asks its numbers to change. What all anchors ask for together is the gradient (with its sign turned); its length, the gradient norm, says how strongly they ask. The pictures show log \u03be, since \u03be goes through many powers of ten: at 0, f is one half, and each 2.3 to the left divides \u03be by ten.",
  ],
  symbols: {
    info: {
      name: "InfoNCE\u2019s force",
      means: "Which way, and how strongly, InfoNCE asks the anchor\u2019s place to move.",
    },
    f: {
      name: "vanishing factor",
      means:
        "f = \u03be/(1 + \u03be), the share of the force that InfoNCE leaves: near 1 for a confused anchor, near 0 for a solved one. It is also called the anchor\u2019s weight.",
    },
    xi: {
      name: "\u03be, look-alikes against the twin",
      means:
        "The sum over all negatives n: 1 for one as near as the twin (the positive), next to nothing for one that is far.",
    },
    flat: { name: "FlatNCE\u2019s force", means: "The same force without f: every anchor has weight 1." },
  },
  controls: {
    temperature: { label: "Temperature", values: { low: "0.05, low", middle: "0.2", high: "0.5, high" } },
  },
  pictures: {
    trail: "One anchor through the training",
    weights: "What an anchor weighs, and where the anchors are",
    forces: "The forces on one anchor",
  },
  question: "One learner trains by InfoNCE, one by FlatNCE. At the end, whose gradient will be longer (gradient norm)?",
  choices: { info: "InfoNCE\u2019s", flat: "FlatNCE\u2019s", same: "Too close for three seeds to tell" },
  outcomes: {
    info: "Not what the formula suggests for one and the same network. But these are two networks that have gone different ways: look at f in the picture before you conclude.",
    flat: "Solved anchors have hardly any weight under InfoNCE, and with them its gradient has faded. Whether a long gradient is a good one is another question: the last two chapters.",
    same: "0 lies in the interval: these seeds cannot tell. Look at the curve of the vanishing factor: where f stays near 1 nothing vanishes, and the two losses do nearly the same.",
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
        "It is held out, that is, never used to train, and shown in the same two views all the time: so all that changes is the learner. The bars of the histogram count training samples.",
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
