import { defineTexts } from "../../../../i18n/message";

/** The words of the second chapter. */
export const texts = defineTexts("learn.ceiling", {
  title: "What a small batch takes away",
  says: [
    "In a batch of B samples every anchor has K = 2B \u2212 1 candidates: all views but its own, and one of them is the twin. Whoever guesses pays a loss of log K. Whoever always finds the twin, and is sure of it, pays 0. Between the two lies log K, and more than that cannot be won: with few candidates even guessing is cheap.",
    "That makes a ceiling. log K minus the loss, which is what was won over guessing, is an estimate of how much one view tells of the other: their mutual information. Its unit is the nat; one yes or no with equal chances is worth log 2 = 0.69 nats. With 3 candidates the estimate cannot pass log 3 = 1.10 nats, even where the true number is ten. Near the ceiling nearly every twin is found: the game has become too easy to teach much.",
  ],
  symbols: {
    estimate: { name: "estimate", means: "How much one view tells of the other, at the least." },
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
  question: "The ceiling is log K. How far up to it will the estimate have come after 300 steps?",
  choices: {
    low: "Less than three fifths of the way",
    middle: "Between three and four fifths",
    high: "More than four fifths",
  },
  outcomes: {
    low: "Far below the ceiling: here it is not the batch that limits the estimate, but how little one view tells of the other, or how little was learned so far.",
    middle:
      "In between: much better than guessing, and not yet won. Batches of this size still leave something to learn from.",
    high: "Close to the ceiling: in nearly every batch the twin is found already. A larger batch would raise the ceiling and make the game harder again; a small one cannot.",
    undecided:
      "The interval reaches over one of the borders between the answers: run again, or read off the curve how far it came.",
  },
  falsified:
    "The estimate passes the dashed line log K at any step. That cannot be, whatever the data: one such step would prove this chapter wrong.",
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
