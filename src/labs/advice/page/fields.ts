import type { RowsTexts } from "../../../session/settings/fieldTexts";
import type { LabField } from "../../../ui/labs/LabControls";

/** The questions, and how thoroughly they are to be answered. */
export const ADVICE_FIELDS = [
  {
    path: "place",
    label: "Where will you train?",
    tooltip:
      "It decides the batch that the answer is for. A browser gets through smaller ones in reasonable time; which one is tested is said below and in the answer.",
    options: {
      device: "laptop or phone, batch 32",
      gpu: "one GPU, batch 128",
      several: "several GPUs, batch 512",
      own: "at another batch",
    },
    control: "choice",
  },
  {
    path: "batchSize",
    label: "Your batch",
    tooltip: "Images or rows in a batch; each has two views.",
    control: "number",
    visible: ({ place }) => place === "own",
  },
  {
    path: "aim",
    label: "What matters?",
    tooltip:
      "Accuracy of a linear classifier on the frozen features, or of nearest neighbours in them; or how much of the run it takes to nine tenths of the accuracy that both losses gain.",
    options: { probe: "a linear classifier", knn: "nearest neighbours", steps: "fewer steps" },
    control: "choice",
  },
  {
    path: "effort",
    label: "How thorough?",
    tooltip:
      "How long the answer may take. Quick: 200 steps, small batches. Normal: 400 steps (500 for images). Thorough: 2,000 steps (1,500 for images) and larger batches; on a GPU.",
    options: { quick: "quick", normal: "normal", thorough: "thorough" },
    control: "choice",
  },
  {
    path: "seeds",
    label: "Seeds of the answer",
    tooltip: "Repetitions that its interval is over. More of them make it narrower; a single one has none.",
    control: "slider",
    step: 1,
    span: [1, 16],
  },
  {
    path: "seed",
    label: "First seed",
    tooltip: "The same number gives the same answer on the same device.",
    control: "number",
  },
] as const satisfies readonly LabField<"advice">[];

declare module "../../../session/settings/fieldTexts" {
  interface FieldTexts extends RowsTexts<(typeof ADVICE_FIELDS)[number], "advice."> {}
}
