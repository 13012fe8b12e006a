import { defineTexts } from "../../../../i18n/message";

/** The words of the first chapter: no word before it is explained. */
export const texts = defineTexts("learn.twins", {
  title: "Find the twin",
  says: [
    "Here is a learner that nobody teaches: it gets no names and no answers, only samples. In this chapter a sample is a point in the plane. Each is shown to it twice, each time slightly changed: these two views are twins. A network, a long formula with thousands of numbers that can be tuned, turns every view into a place on a circle.",
    "The game: stand at one view, the anchor, and find its twin among all the views in the batch. Only closeness on the circle counts. The loss, called InfoNCE, says how badly that goes: it is small when the twin is near and everybody else is far. Training tunes the network\u2019s numbers so that it falls. On the circle it looks as if twins were pulled together and all others pushed away.",
    "So finding twins is the task. What is judged is another thing: whether places close to each other belong to one class (the colour), which the learner was never told. To tell twins from look-alikes it has to notice what makes samples different, and that may sort the classes, too. Whether it does is measured, not promised.",
  ],
  symbols: {
    loss: {
      name: "loss",
      means:
        "The fraction is the chance that the learner gives the twin; the loss is minus its logarithm. Sure and right: chance 1, loss 0. Guessing among K candidates: chance 1/K, loss log K. Here a batch of 16 samples has 32 views, so an anchor has K = 31 candidates: log 31 = 3.43 nats (the unit of natural logarithms).",
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
      means:
        "How strict the game is: the lower it is, the more the nearest candidates alone count, and the nearer the twin has to be.",
    },
  },
  controls: {
    temperature: { label: "Strictness", values: { mild: "0.2, mild", strict: "0.05, strict" } },
  },
  pictures: { circle: "The circle, seen from one sample" },
  question:
    "The learner is trained to find twins alone. Then a simple rule guesses the class (colour) of held-out samples, with which it was not trained: the class that most of their 20 nearest neighbours have. Is the rule right more often than before training (kNN accuracy)?",
  choices: {
    better: "More often than before training",
    worse: "Less often than before training",
    same: "Too close for these seeds to tell",
  },
  outcomes: {
    better:
      "Learning to find twins has sorted the classes, too, though the loss never saw one. Not from nothing: these points lie in clumps, and even an untrained network keeps most clumps together. And the loss need not come near 0: on a circle there is little room, and look-alikes stay as close as the twin.",
    worse:
      "So this game, played like this, was bad for the classes: what it takes to find twins is not always what sets classes apart.",
    same: "0 lies in the interval: whether finding twins helped or hurt, these seeds cannot tell. A twin can be found by things that say nothing of the class.",
    undecided: "No interval could be had.",
  },
  falsified:
    "The loss stays at the value of guessing (the dashed line), or, over many samples, the twin is no nearer than the others: then nothing was learned at all. A single sample whose twin is not the nearest shows nothing.",
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
        "Take one number of the network and nudge it, that is, change it by very little. Does the loss rise or fall, and how fast? The answers for all numbers together are the gradient. A step of training moves every number a little in the direction in which the loss falls. All that a loss does, it does by its gradient.",
    },
  },
  circle: {
    at: "held-out sample {sample}, step {step}",
    another: "Look from another sample",
    anchor: "anchor",
    twin: "twin",
    describe: "The places of all views of a batch on the circle, the anchor on top",
    othersAre: "All other candidates; the nearest has a similarity of {rival}",
    twinIs: "The twin, with a similarity of {similarity}",
    says: "The twin stands {twin}\u00b0 from the anchor, the nearest other {rival}\u00b0: if the other is nearer, it is taken for the twin. Colours are classes, which the loss never sees.",
    waiting: "The first picture is being measured.",
  },
});

declare module "../../../../i18n/message" {
  interface TextRooms {
    "learn.twins": typeof texts;
  }
}
