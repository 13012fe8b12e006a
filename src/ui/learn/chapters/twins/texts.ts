import { defineTexts } from "../../../../i18n/message";

/** The words of the first chapter: no word before it is explained. */
export const texts = defineTexts("learn.twins", {
  title: "Find the twin",
  says: [
    "Here is a learner that nobody teaches: it gets no names and no answers, only samples. Each sample is shown to it twice, each time slightly changed. The two are called views of the sample, and each is the other\u2019s twin. A network turns every view into a place on a circle.",
    "The game: stand at one view, the anchor, and find its twin among all the views in the batch. Only closeness on the circle counts. The loss says how badly that goes: it is small when the twin is near and everybody else is far. Training moves the places so that it falls: twins are pulled together, all others are pushed away.",
    "And what is it good for? The game is not what we are after. To tell a sample\u2019s twin from samples that only look like it, the learner has to notice what makes samples different; with that, a simple rule may tell the classes (the colours) apart, which it was never told. Whether it does is measured, not promised.",
  ],
  symbols: {
    loss: {
      name: "loss",
      means: "How badly the twin is found. Guessing costs log K, with K the number of candidates; 0 is perfect.",
    },
    twin: {
      name: "similarity of the twin",
      means: "1 where twin and anchor lie on one place, \u22121 where they face each other.",
    },
    others: {
      name: "similarity of a candidate",
      means: "The same of every candidate in turn: all other views, the twin among them.",
    },
    tau: {
      name: "temperature",
      means: "How strict the game is: the lower it is, the more the nearest candidates alone count.",
    },
  },
  controls: {
    temperature: { label: "Strictness", values: { mild: "0.2, mild", strict: "0.05, strict" } },
  },
  pictures: { circle: "The circle, seen from one sample" },
  question:
    "The learner is trained to find twins alone. A simple rule then guesses the class (colour) of new samples: that of most of their 20 nearest neighbours (kNN accuracy). How often is it right after training, beside before?",
  choices: {
    better: "More often than before training",
    worse: "Less often than before training",
    same: "Too close for these seeds to tell",
  },
  outcomes: {
    better:
      "Learning to tell twins from look-alikes has sorted the classes, too, though the loss never saw one. Not by magic: where two classes looked alike in every view, it could not.",
    worse:
      "So this game, played like this, was bad for the classes: what it takes to find twins is not always what sets classes apart.",
    same: "The interval holds 0: finding twins neither clearly helped nor clearly hurt here. A twin can be found by things that say nothing of the class.",
    undecided: "No interval could be had.",
  },
  falsified:
    "The loss stays at the value of guessing (the dashed line), or twins do not come closer to each other than to the others: then nothing was learned at all.",
  doubts: {
    apart: {
      asks: "Why does pushing look-alikes apart tell classes apart?",
      answer:
        "Every other view is pushed away, those of the same class too. But a view is a slight change of its sample: samples that are much alike have views that are much alike, and the network, which is smooth, cannot send them far from each other. So the push spreads the samples over the circle, and neighbours stay neighbours. Where neighbours mostly share a class, classes end up in stretches of their own.",
    },
    judged: {
      asks: "The task is to find twins, but classes are what is judged. Is that fair?",
      answer:
        "It is the point: twins cost nothing, names do. So one trains on twins, freezes the network, and asks how much a very simple rule can make of its output, once with a handful of named samples: the kNN accuracy (what are most of the 20 nearest called?) or the linear probe (can straight lines separate the classes?). The rule is too simple to do the work itself.",
    },
    gradient: {
      asks: "What is a gradient?",
      answer:
        "For every number in the network: which way, and how strongly, the loss would change if that number were nudged. Training nudges all of them a little against it, step after step. All that a loss does, it does by its gradient.",
    },
  },
  circle: {
    at: "held-out sample {sample}, step {step}",
    another: "Look from another sample",
    anchor: "anchor",
    describe: "The places of all views of a batch on the circle, the anchor on top",
    othersAre: "All other candidates; the nearest has a similarity of {rival}",
    twinIs: "The twin, with a similarity of {similarity}",
    says: "The twin stands {twin}\u00b0 from the anchor, the nearest other {rival}\u00b0. Colours are classes, which the loss never sees.",
    waiting: "The first picture is being measured.",
  },
});

declare module "../../../../i18n/message" {
  interface TextRooms {
    "learn.twins": typeof texts;
  }
}
