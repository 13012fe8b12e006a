import { z } from "../data/zod";
import type { Setting } from "../settings/setting";
import { NORMS, type Norm } from "./layers";

/** Options that encoders have in common; what an encoder differs in is its default. */

/** Units of a hidden layer, or channels of the first convolution, doubled as the sides are halved. */
export const width = (initial: number) =>
  ({
    schema: z.int().min(4).max(1024).default(initial),
    label: "Width",
    tooltip:
      "Units of a hidden layer; channels of the first convolution, doubled whenever the sides of the image are halved.",
    control: "powers",
    span: [4, 256],
  }) satisfies Setting;

/** Hidden layers, or convolutions. */
export const depth = (initial: number) =>
  ({
    schema: z.int().min(1).max(5).default(initial),
    label: "Depth",
    tooltip: "Hidden layers, or convolutions.",
    control: "slider",
    step: 1,
  }) satisfies Setting;

/** Dimensions of z. */
export const projection = (initial: number) =>
  ({
    schema: z.int().min(2).max(256).default(initial),
    label: "Embedding size",
    tooltip: "Dimensions of the embedding that is compared. With 2 you see the circle itself.",
    control: "powers",
  }) satisfies Setting;

/** What follows each layer of the encoder, in the place of its bias; the projection head has none. */
export const norm = (initial: Norm) =>
  ({
    schema: z.enum(NORMS).default(initial),
    label: "Normalisation",
    tooltip:
      "After each layer of the encoder, in the place of its bias. Group: within a sample, over about eight channels. Batch: over the first views of a batch and over the second ones, with running statistics when the learners are measured.",
    options: { none: "None", group: "Group", batch: "Batch" },
    control: "choice",
  }) satisfies Setting;
