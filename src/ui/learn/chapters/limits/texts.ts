import { defineTexts } from "../../../../i18n/message";

/** The words of the sixth chapter. */
export const texts = defineTexts("learn.limits", {
  title: "Where it does not help",
  says: [
    "Without the factor, solved anchors go on pushing. That is worth something only where solved anchors can still teach. There are three places where they cannot, or where nothing was wrong.",
    "Tiny batches: a solved anchor then has a handful of negatives, and its full-size push rests on one or two of them, whichever happened to be there. Warm temperatures: \u03be stays large, the factor stays near 1, and the two losses are nearly the same. And data or learners for which finding twins is not the bottleneck: on CIFAR-10 photographs we saw a tie, or slightly less, wherever we looked.",
    "The map shows what we measured with pictures before this page was made, and what you have measured in this chapter with points. A cell says by how many points FlatNCE was ahead, and whether its seeds can tell.",
  ],
  symbols: {
    xi: {
      name: "\u03be, look-alikes against the twin",
      means: "The factor is \u03be/(1 + \u03be): near 1 where \u03be is large.",
    },
    negatives: {
      name: "number of negatives",
      means: "The views of the other samples in the batch: few in a small one.",
    },
    tau: {
      name: "temperature",
      means: "At a high one every difference in similarity counts little, and \u03be stays large.",
    },
  },
  controls: {
    batch: { label: "Samples in a batch", values: { four: "4", many: "32" } },
    temperature: { label: "Temperature", values: { low: "0.05, low", high: "0.5, warm" } },
  },
  pictures: { map: "Where FlatNCE was ahead, and where not" },
  question: "With Adam, whose kNN accuracy will be higher at the end?",
  choices: { info: "InfoNCE\u2019s", flat: "FlatNCE\u2019s", same: "Too close for three seeds to tell" },
  outcomes: {
    info: "Here FlatNCE does harm: full-size pushes that rest on too few negatives. Honest advice is part of a method.",
    flat: "FlatNCE is ahead here; look how large the interval is, and try the other corners of the map.",
    same: "The interval holds 0. In a warm corner this is what the theory asks for: the factor is near 1, and there is nothing to repair. It is no proof that the two are equal.",
    undecided: "No interval could be had.",
  },
  falsified:
    "FlatNCE is ahead in a batch of 4, or the verdict finds a difference at temperature 0.5 and finds it again with other seeds.",
  doubts: {
    headline: {
      asks: "Small batches are what FlatNCE was made for. Why does it lose there?",
      answer:
        "At a small batch InfoNCE\u2019s gradient fades first, so there is the most to win back; but what is won back rests on very few negatives. In our measurements batches of 32 and 64 at low temperatures were where it won; a smaller learning rate turned the loss at batch 8 into a tie. More negatives from earlier batches (a queue) help too: there is an experiment for it in the Race.",
    },
    transfer: {
      asks: "Do these numbers hold for my data?",
      answer:
        "No: they are of small networks and short runs on three data sets. The map shows where to look first. The Advice page trains both losses on your own files, with the settings chosen for each, and says what comes out.",
    },
  },
  map: {
    glyphs: "Letters (grey, 1,000 steps)",
    kmnist: "KMNIST handwriting (1,000 steps)",
    cifar: "CIFAR-10 photographs (1,000 steps)",
    own: "Points, measured here (kNN accuracy)",
    source:
      "Pictures: our own measurements in PyTorch with a small convnet and Adam, linear probe accuracy, FlatNCE minus InfoNCE in points, mean over the seeds; not measured in this browser.",
    none: "Nothing measured in this chapter yet.",
    temperature: "\u03c4 = {value}",
    batch: "B = {value}",
    ahead: "ahead",
    behind: "behind",
    unclear: "cannot tell",
    seeds: "{n, plural, one {1 seed} other {# seeds}}",
  },
});

declare module "../../../../i18n/message" {
  interface TextRooms {
    "learn.limits": typeof texts;
  }
}
