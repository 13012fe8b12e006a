import { defineTexts } from "../../../../i18n/message";

/** The words of the fifth chapter. */
export const texts = defineTexts("learn.stepSize", {
  title: "Is it just a learning rate?",
  says: [
    "If InfoNCE multiplies every force by a factor below 1, then FlatNCE may be nothing but InfoNCE in longer steps. Whoever raises InfoNCE\u2019s learning rate would get the same for free. If the factor were the same for every anchor, that would be all there is to say.",
    "It is not the same. Each anchor has a weight of its own: solved ones next to nothing, confused ones nearly all. So InfoNCE\u2019s step is shorter, and it also points elsewhere: towards what the confused anchors want. The length can be taken out of the comparison. Plain gradient descent (SGD) shows it as it is; \u201csteps of equal length\u201d gives FlatNCE\u2019s gradient the length of InfoNCE\u2019s; Adam, an optimizer that scales every weight\u2019s step by itself, mostly hides length.",
  ],
  symbols: {
    step: { name: "a step", means: "How far the weights of the network move, as a share of their own size." },
    rate: { name: "learning rate", means: "What every gradient is multiplied by: chosen by hand." },
    weight: {
      name: "weight of an anchor",
      means: "Under FlatNCE 1, under InfoNCE the vanishing factor of that anchor.",
    },
  },
  controls: {
    rule: {
      label: "How steps are taken",
      values: {
        sgd: "SGD, rate 0.003",
        fast: "SGD, rate 0.01",
        matched: "SGD, steps of equal length",
        adam: "Adam",
      },
    },
  },
  pictures: { weights: "What an anchor weighs, and where the anchors are" },
  question: "Whose held-out samples will have more neighbours of their own class at the end (kNN accuracy)?",
  choices: { info: "InfoNCE\u2019s", flat: "FlatNCE\u2019s", same: "Too close for three seeds to tell" },
  outcomes: {
    info: "InfoNCE is ahead here: to forget about solved anchors was the better use of its steps.",
    flat: "FlatNCE is ahead. Whether by longer steps or by what it steps towards, this one run cannot say: compare it with the run in which the steps have equal length.",
    same: "The interval holds 0: with the steps taken like this, three seeds cannot tell the two losses apart. If they could with plain SGD, then most of that difference was the length of the steps.",
    undecided: "No interval could be had.",
  },
  falsified:
    "If it is all a matter of step length: with steps of equal length a difference as large as that of plain SGD is left. If it is not: with equal lengths nothing is left, at any rate and on any data that you try.",
  doubts: {
    raise: {
      asks: "So should I simply raise the learning rate of InfoNCE?",
      answer:
        "Try it first: it costs nothing, and in our own measurements on pictures of letters, with easy views and SGD, a rate of 0.01 in place of 0.003 made a gap of ten points vanish. But a rate is one number for the whole training, while the factor falls as the anchors are solved: a rate that suits the end may be too large for the beginning.",
    },
    adam: {
      asks: "Why does Adam hide the difference?",
      answer:
        "Adam divides each weight\u2019s gradient by its own recent size. A factor that all anchors share cancels. What does not cancel is that anchors are weighted differently, which turns the direction.",
    },
  },
});

declare module "../../../../i18n/message" {
  interface TextRooms {
    "learn.stepSize": typeof texts;
  }
}
