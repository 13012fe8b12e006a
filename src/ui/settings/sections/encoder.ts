import type { ExperimentConfig } from "../../../config/schema";
import type { Section } from "../field";

/** The network of every learner. What it costs is said below (EncoderCost.tsx). */

const isResnet = (config: ExperimentConfig) => config.encoder.id === "resnet";

export const encoder: Section = {
  label: "Encoder",
  rows: [
    {
      path: "encoder.id",
      label: "Encoder",
      tooltip: "The network that turns a sample into features. The convolutional ones need images.",
      options: { mlp: "MLP", convnet: "Convnet", resnet: "ResNet" },
      control: "choice",
    },
    {
      path: "encoder.width",
      label: "Width",
      tooltip:
        "Units of a hidden layer; channels of the first convolution, doubled whenever the sides of the image are halved.",
      control: "powers",
      span: [4, 256],
    },
    {
      path: "encoder.depth",
      label: "Depth",
      tooltip: "Hidden layers, or convolutions.",
      control: "slider",
      step: 1,
      visible: (config) => !isResnet(config),
    },
    {
      path: "encoder.depth",
      wording: "encoder.depth.resnet",
      label: "Depth",
      tooltip:
        "Layers as the paper counts them (He et al., 2016). 8 and 14 have three stages, as its networks for CIFAR; 10 and 18 have four, and width 64 makes them ResNet-10 and ResNet-18.",
      control: "choice",
      visible: isResnet,
    },
    {
      path: "encoder.norm",
      label: "Normalisation",
      tooltip:
        "After each layer of the encoder, in the place of its bias. Group: within a sample, over about eight channels. Batch: over the first views of a batch and over the second ones, with running statistics when the learners are measured.",
      options: { none: "None", group: "Group", batch: "Batch" },
      control: "choice",
    },
    {
      path: "encoder.projection",
      label: "Embedding size",
      tooltip: "Dimensions of the embedding that is compared. With 2 you see the circle itself.",
      control: "powers",
    },
  ],
};
