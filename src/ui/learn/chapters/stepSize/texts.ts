import { defineTexts } from "../../../../i18n/message";

/** The words of the fifth chapter. */
export const texts = defineTexts("learn.stepSize", {
  title: "Is it just a learning rate?",
  says: [
    "Training goes in steps: the gradient says which way, and the learning rate, a number chosen by hand, says how far. If InfoNCE multiplies every force by an f below 1, then FlatNCE may be nothing but InfoNCE in longer steps, and whoever raises InfoNCE\u2019s learning rate gets the same for free. If f were the same for every anchor, that would be all there is to say.",
    "It is not the same. Each anchor has its own f: solved ones next to nothing, confused ones nearly 1. So InfoNCE\u2019s step is shorter, and it may also point elsewhere: towards what the confused anchors want. How much each of the two does differs from data to data. To find out, give InfoNCE alone the higher rate, or take the length out. SGD, plain steps along the gradient, leaves it in. \u201cSteps of equal length\u201d gives FlatNCE\u2019s gradient the length of InfoNCE\u2019s. Adam, a rule that scales the step of every single number, hides most of it.",
  ],
  symbols: {
    step: {
      name: "a step",
      means: "How far the network\u2019s numbers, \u03b8, move. The chart shows it as a share of their size.",
    },
    rate: { name: "learning rate", means: "What the gradient is multiplied by, to make a step of it: chosen by hand." },
    weight: {
      name: "weight of an anchor",
      means:
        "Under FlatNCE 1, under InfoNCE that anchor\u2019s vanishing factor, f. The g beside it is the gradient that the anchor alone would give at full force.",
    },
  },
  controls: {
    rule: {
      label: "How steps are taken",
      values: {
        sgd: "SGD, rate 0.003",
        fast: "SGD, rate 0.01",
        raised: "SGD, InfoNCE alone 0.01",
        matched: "SGD, steps of equal length",
        adam: "Adam",
      },
    },
  },
  pictures: { weights: "What an anchor weighs, and where the anchors are" },
  question:
    "At the end the class of held-out samples is guessed from their neighbours (kNN accuracy). After training by which loss is the guess right more often?",
  choices: { info: "InfoNCE\u2019s", flat: "FlatNCE\u2019s", same: "Too close for three seeds to tell" },
  outcomes: {
    info: "InfoNCE is ahead here: with steps like these, letting solved anchors go was the better way.",
    flat: "FlatNCE is ahead. Whether by longer steps or by what it steps towards, this one run cannot say: compare it with the run in which the steps have equal length.",
    same: "0 lies in the interval: with steps like these, three seeds cannot tell the two losses apart. If they can with plain SGD, the length of the steps explains at least some of it.",
    undecided: "No interval could be had.",
  },
  falsified:
    "\u201cIt is all the length of the steps\u201d is wrong if steps of equal length leave a difference as large as that of plain SGD. \u201cThere is more to it\u201d is wrong if equal lengths leave none, at any rate and on any data that you try.",
  doubts: {
    raise: {
      asks: "So should I simply raise the learning rate of InfoNCE?",
      answer:
        "Try it first: it costs nothing, and in our own measurements on pictures of letters, with easy views and SGD, a rate of 0.01 in place of 0.003 made a gap of ten points vanish. But a rate is one number for the whole training, while the factor falls as the anchors are solved: a rate that suits the end may be too large for the beginning.",
    },
    adam: {
      asks: "Why does Adam hide the difference?",
      answer:
        "Adam divides the gradient of each number of the network by that number\u2019s own recent size of gradient. A factor that all anchors share cancels. That some anchors count more than others does not cancel: it turns the direction.",
    },
  },
});

declare module "../../../../i18n/message" {
  interface TextRooms {
    "learn.stepSize": typeof texts;
  }
}
