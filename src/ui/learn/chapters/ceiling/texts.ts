import { defineTexts } from "../../../../i18n/message";

/** The words of the second chapter. */
export const texts = defineTexts("learn.ceiling", {
  title: "What a small batch takes away",
  says: [
    "In a batch of B samples every anchor has K = 2B \u2212 1 candidates: all views but its own, and one of them is the twin. Whoever guesses pays a loss of log K. Whoever always finds the twin, and is sure of it, pays 0. So a loss can say at most log K, and no more, about how well twins are told apart.",
    "That makes a ceiling. log K minus the loss is an estimate of how much two views of a sample have in common, in nats: the unit of information that goes with the natural logarithm. With 3 candidates it cannot pass log 3 = 1.1, even where the views share ten times that. Near its ceiling a learner has won the game in almost every batch: the game has become too easy to teach it anything.",
  ],
  symbols: {
    estimate: { name: "estimate", means: "What is known, at the least, of how much two views have in common." },
    k: {
      name: "number of candidates",
      means: "The views among which an anchor looks for its twin, which is one of them.",
    },
    loss: { name: "loss", means: "How badly twins are found: log K for guessing, 0 at best." },
  },
  controls: {
    batch: {
      label: "Samples in a batch",
      values: { two: "2, so K = 3", eight: "8, so K = 15", many: "64, so K = 127" },
    },
    noise: { label: "Views of a sample differ", values: { little: "little", much: "much" } },
  },
  pictures: { ceiling: "The ceiling of a small batch" },
  question: "After 300 steps, how far up to its ceiling log K has the estimate come?",
  choices: {
    low: "Less than three fifths of the way",
    middle: "Between three and four fifths",
    high: "More than four fifths",
  },
  outcomes: {
    low: "Far below the ceiling: it is not the batch that limits the estimate here, but how little two views have in common, or how little was learned so far.",
    middle: "In between: neither did guessing win, nor is the game over. Here a batch leaves something to learn from.",
    high: "Close to the ceiling: in nearly every batch the twin is found already. A larger batch would raise the ceiling and make the game harder again; a small one cannot.",
    undecided:
      "The interval reaches over one of the borders between the answers: run again, or read off the curve how far it came.",
  },
  falsified:
    "The estimate passes the dashed line log K at any step: that cannot be, whatever the data, and one such step would prove this chapter wrong.",
  doubts: {
    stuck: {
      asks: "My loss is stuck at 6.9, and the contrastive accuracy is 100%. Has it collapsed?",
      answer:
        "6.93 = log 1023 is what guessing costs with B = 512. The loss alone does not say why it stays there; there are two ways. Collapse: all embeddings lie on one place, every similarity is equal, and where the twin stands first in the list, a tie may be counted as found, which reads as 100%. (Here a tie does not count as found: a complete collapse reads 0%.) Or a high temperature: twins may be nearest of all, by a little, so that the accuracy is right and the loss, which asks by how much, hardly falls. Look at the spread of the embedding: near 0 it has collapsed; if it is wide, lower the temperature.",
    },
    larger: {
      asks: "So the larger the batch, the better?",
      answer:
        "A larger batch raises the ceiling. That helps only as long as the ceiling is what limits: choose views that differ much, and a batch of 2 and one of 64 may end up far below theirs. And large batches cost memory, which is why one looks for a loss that needs them less: the next chapters.",
    },
  },
});

declare module "../../../../i18n/message" {
  interface TextRooms {
    "learn.ceiling": typeof texts;
  }
}
