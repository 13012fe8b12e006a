import { defineTexts } from "../../../../i18n/message";

/** The words of the sixth chapter. */
export const texts = defineTexts("learn.limits", {
  title: "Where it does not help",
  says: [
    "Without f, solved anchors go on pushing. That helps only where they can still teach. In our measurements with Adam it did so at low temperatures, 0.05 (batches of 32 and 64) and 0.1 (batches of 32): by 3 to 4 points with pictures of letters. With handwriting, at 0.05, it was ahead by 0.5 and 2.2 points, which three seeds could not tell from 0.",
    "It did not help in three places. Tiny batches, of 4 (clearly behind) and 8 (far behind, though three seeds cannot tell): a solved anchor has few negatives, and its full push rests on one to three of them, whichever happen to be there. Warm temperatures, from 0.2 on: \u03be stays large, f stays near 1, and the two losses are nearly the same. And CIFAR-10 photographs: a tie or slightly less at every setting we tried, with batches of 4 to 64. Why, we did not measure; with either loss our small network learned little there.",
    "The map shows what we measured with pictures before this page was made, and what you have measured in this chapter with points. A cell says by how many points FlatNCE was ahead (of 100 samples, how many more were named rightly), and whether its seeds can tell: where they differ much among themselves, even a large difference may be chance.",
  ],
  symbols: {
    xi: {
      name: "\u03be, look-alikes against the twin",
      means: "All negatives together against the twin. f = \u03be/(1 + \u03be) is near 1 where \u03be is large.",
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
  question: "Which loss will have the higher kNN accuracy at the end? (Both learners take their steps by Adam.)",
  choices: { info: "InfoNCE\u2019s", flat: "FlatNCE\u2019s", same: "Too close for three seeds to tell" },
  outcomes: {
    info: "Here InfoNCE is ahead. In a tiny batch that is what one expects: FlatNCE\u2019s full pushes rest on too few negatives.",
    flat: "FlatNCE is ahead here; look how far from 0 the interval begins, and try the other corners of the map.",
    same: "0 lies in the interval: these seeds cannot tell. At a warm temperature that is what the formula asks for: f is near 1, and there is nothing to repair. It is no proof that the two are equal.",
    undecided: "No interval could be had.",
  },
  falsified:
    "FlatNCE is ahead in a batch of 4, or the verdict finds a difference at temperature 0.5 and finds it again with other seeds.",
  doubts: {
    summary: {
      asks: "What is there to remember of all six chapters?",
      answer:
        "A contrastive learner finds twins among K candidates. Guessing costs log K, so few candidates leave little to win. InfoNCE multiplies each anchor\u2019s force by f, which fades once its twin is by far the nearest; FlatNCE leaves f out, and its value of 1 says nothing of that. How much of the gap is only longer steps has to be measured, and so has whether there is one: at low temperatures and batches of 32 or 64 we found one, in tiny batches and at warm temperatures we did not.",
    },
    headline: {
      asks: "Small batches are what FlatNCE was made for. Why does it lose there?",
      answer:
        "With few negatives an anchor is solved sooner, and InfoNCE\u2019s force fades; but what FlatNCE gives back rests on these few. In our measurements it won in batches of 32 and 64. At batch 8 a smaller learning rate and twice the steps turned its defeat into a tie. Negatives kept from earlier batches (a queue) may help, too: there is an experiment for it in the Race.",
    },
    transfer: {
      asks: "Do these numbers hold for my data?",
      answer:
        "No: they are of a small network and short runs on three data sets. The map shows where to look first. The Advice page trains both losses on your own files, with the settings chosen for each, and says what comes out.",
    },
  },
  map: {
    glyphs: "Letters (grey, 1,000 steps)",
    kmnist: "KMNIST handwriting (1,000 steps)",
    cifar: "CIFAR-10 photographs (1,000 steps)",
    own: "Points, measured here (kNN accuracy)",
    source:
      "Pictures: our own measurements in PyTorch with a small convnet and Adam, linear probe accuracy, FlatNCE minus InfoNCE in points, mean over the seeds; not measured in this browser. A dot: not measured.",
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
