import { operations } from "./operations";

/** Words of the settings panel in English. */
export const settings = {
  title: "Settings",
  /** The most important ones, where the rest is folded up. */
  gist: (batch: number, temperature: string, seeds: string) => `batch ${batch}, \u03c4 ${temperature}, ${seeds}`,
  more: "More",
  less: "Less",
  /** What a learning rate comes to; arms may have others. */
  rateAtBatch: (rate: string, batch: number) => `At batch ${batch} the learning rate is ${rate}.`,
  encoderCost: (parameters: string, millions: string) =>
    `${parameters} parameters per learner; ${millions} million multiply-accumulates per step of all learners.`,
  expectedTime: (milliseconds: string) => `At the speed of the last run that is about ${milliseconds} ms.`,
  automatic: "auto",
  clear: "Back to automatic",
  restart: "Needs a restart.",
  notSet: "not set",
  /** Resets the augmentation. */
  simclr: "SimCLR",
  simclrHint: "1 is SimCLR's recipe.",
  simclrTitle: "Strength 1, everything automatic, no noise",
  off: "off",
  operations,
  sections: {
    data: "Data",
    augmentation: "Augmentation",
    training: "Training",
    optimizer: "Optimiser",
    encoder: "Encoder",
    measuring: "Measuring",
    device: "Device",
  },
  /** Label and tooltip of each field; the path is the field's in the config. */
  fields: {
    "dataset.id": ["Data set", "What the learners see. Labels are used for measuring only, never for training."],
    "dataset.layout": ["Layout", "How the classes lie in the plane."],
    "dataset.classes": ["Classes", "Number of classes in the generated data."],
    "dataset.samples": ["Samples", "Samples to train on."],
    "dataset.samples.files": [
      "Samples at most",
      "Most training samples taken from the files, each class in its share; fewer where the files hold fewer.",
    ],
    "dataset.set": [
      "Published set",
      "Downloaded from Hugging Face when you ask for it, and kept on this device: it is there without a network from then on.",
    ],
    "dataset.url": ["Address", "Of a data file in any format that is read, on a server that lets other sites read it."],
    "dataset.side": ["Side", "Side of an image in pixels. Automatic: as in the data, if that is 28 to 64."],
    "dataset.colour": ["Colour", "Keep the colours, or store images in grey."],
    "augmentation.strength": [
      "Strength",
      "How hard the two views of a sample are made to match; 1 is SimCLR's recipe. Weak augmentation makes positives easy, and easy positives are what makes the gradient of InfoNCE vanish.",
    ],
    "augmentation.probability": ["Probability", "Of doing this to a view."],
    "augmentation.change": ["Largest change", "A factor is drawn evenly from 1 minus this to 1 plus this."],
    "augmentation.turn": ["Largest turn", "Either way, in turns of the colour circle; 0.5 reaches every hue."],
    "augmentation.angle": ["Largest angle", "Either way, in degrees."],
    "augmentation.deviation": [
      "Standard deviation",
      "Of the noise: in units of the full range for images, of the data for points.",
    ],
    "augmentation.minScale": ["Smallest crop", "Smallest share of the area that a random crop keeps."],
    "augmentation.maxScale": ["Largest crop", "Largest share of the area that a random crop keeps."],
    "augmentation.maxAspect": ["Aspect ratio", "Largest ratio of a crop's sides."],
    "augmentation.flip": [
      "Flip",
      "Probability of a horizontal flip. Automatic: half the strength for images in colour, 0 for grey ones, which are characters more often than not. A digit in colour has no mirror image either.",
    ],
    "augmentation.rotation": ["Rotation", "Largest rotation, either way, in degrees."],
    "augmentation.jitter": [
      "Colour jitter",
      "Probability that brightness, contrast, saturation and hue are changed at all.",
    ],
    "augmentation.brightness": ["Brightness", "Largest change of brightness."],
    "augmentation.contrast": ["Contrast", "Largest change of contrast."],
    "augmentation.saturation": ["Saturation", "Largest change of saturation."],
    "augmentation.hue": ["Hue", "Largest turn of the hue; 0.5 is half the colour circle."],
    "augmentation.grey": ["Greyscale", "Probability of dropping the colour."],
    "augmentation.blur": ["Blur", "Probability of a Gaussian blur."],
    "augmentation.maxBlur": ["Widest blur", "Largest standard deviation of a blur, in pixels; the smallest is 0.1."],
    "augmentation.noise": ["Noise", "Standard deviation of the noise added to each value."],
    "augmentation.cutout": ["Cutout", "Probability that one square of a view is painted over in mean grey."],
    "augmentation.cutoutSide": [
      "Side of the square",
      "As a share of the image's shorter side. Its centre may be any pixel, so the square can lie partly outside.",
    ],
    "encoder.id": ["Encoder", "The network that turns a sample into features. The convolutional ones need images."],
    "encoder.width": [
      "Width",
      "Units of a hidden layer; channels of the first convolution, doubled whenever the sides of the image are halved.",
    ],
    "encoder.depth": ["Depth", "Hidden layers, or convolutions."],
    "encoder.depth.resnet": [
      "Depth",
      "Layers as the paper counts them (He et al., 2016). 8 and 14 have three stages, as its networks for CIFAR; 10 and 18 have four, and width 64 makes them ResNet-10 and ResNet-18.",
    ],
    "encoder.norm": [
      "Normalisation",
      "After each layer of the encoder, in the place of its bias. Group: within a sample, over about eight channels. Batch: over the first views of a batch and over the second ones, with running statistics when the learners are measured.",
    ],
    "encoder.projection": [
      "Embedding size",
      "Dimensions of the embedding that is compared. With 2 you see the circle itself.",
    ],
    seeds: [
      "Seeds",
      "Repetitions of every arm. Each seed has its own initial weights, batches and augmentations, and all arms of a seed share them, so differences are paired. Two seeds at least are needed for an interval.",
    ],
    seed: ["First seed", "Number of the first repetition; the same number gives the same run, to the bit."],
    batchSize: [
      "Batch size",
      "Samples per step; each gives two views. InfoNCE cannot exceed log K with K = 2B \u2212 1 candidates, whatever it learns.",
    ],
    temperature: [
      "Temperature",
      "Cosine similarities are divided by it. A low temperature makes easy positives count as solved: this decides whether there is anything for FlatNCE to repair.",
    ],
    "temperatureRule.id": [
      "Temperature over time",
      "How the temperature changes in a run. Scheduled: as the step number says. Learned: by gradient descent, with the weights. Controlled: so that a given share of the negatives carries the gradient. An arm may have its own.",
    ],
    "temperatureRule.end": ["Last temperature", "Temperature of the last step; its logarithm goes there evenly."],
    "temperatureRule.minimum": [
      "Lowest temperature",
      "A learned or controlled temperature stops here. FlatNCE always gains by a lower one once the positives win, so a learned one needs this.",
    ],
    "temperatureRule.maximum": ["Highest temperature", "A learned or controlled temperature stops here."],
    "temperatureRule.target": [
      "Share of negatives",
      "Effective share of the negatives (n-ESS) that the controller aims at: above it the temperature falls, below it rises.",
    ],
    "temperatureRule.gain": ["Gain", "Share by which the controller changes the inverse temperature in a step."],
    "queue.size": [
      "Queue of negatives",
      "Embeddings of earlier batches that take the place of the batch's own negatives, as in MoCo; 0 turns the queue off. It starts with random directions, and is all real after as many steps as batches fit in it.",
    ],
    "queue.momentum": [
      "Queue momentum",
      "Share of its own weights that the encoder behind the queue keeps in a step; the rest comes from the trained one.",
    ],
    steps: ["Steps", "Updates until the run ends."],
    "optimizer.id": [
      "Optimiser",
      "Adam divides each gradient by its usual size, which hides a vanishing gradient; SGD does not.",
    ],
    "optimizer.learningRate": ["Learning rate", "Size of an update. An arm may have its own."],
    "optimizer.momentum": ["Momentum", "Share of the last update that SGD keeps."],
    "optimizer.beta1": ["\u03b21", "Decay of Adam's mean of the gradient."],
    "optimizer.beta2": ["\u03b22", "Decay of Adam's mean of the squared gradient."],
    "optimizer.epsilon": [
      "\u03b5",
      "Added to Adam's denominator: gradients smaller than this no longer count in full.",
    ],
    "optimizer.trustCoefficient": [
      "Trust coefficient",
      "LARS gives each weight matrix's update this share of the matrix's own length, times the learning rate.",
    ],
    "optimizer.rateRule": [
      "Rate and batch size",
      "How the learning rate follows the batch size: not at all, in proportion (Goyal et al., 2017), or with its square root, which SimCLR found better at small batches. Holds for the arms' own rates alike.",
    ],
    "optimizer.referenceBatch": ["Reference batch", "Batch size for which the learning rate is meant."],
    "optimizer.matchGradientNorm": [
      "Match gradient norms",
      "Scales every arm's gradient to the length of the first arm's, seed by seed and step by step: what is left to compare is their direction. For SGD; Adam and LARS divide by the gradient's size, which cancels such a scale.",
    ],
    "optimizer.weightDecay": [
      "Weight decay",
      "Pull of the weights towards zero: apart from the gradient under Adam (AdamW), as a part of it under SGD and LARS. LARS leaves out biases and the numbers of a normalisation.",
    ],
    "optimizer.schedule.id": ["Schedule", "How the learning rate changes over the run."],
    "optimizer.schedule.warmupSteps": ["Warm-up", "Steps over which the learning rate rises from zero."],
    "gradientProbe.every": [
      "Gradient probe every",
      "Steps between two measurements of the gradient's variance at fixed weights; 0 turns it off.",
    ],
    "gradientProbe.microBatches": ["Fresh batches per probe", "More batches give a sharper estimate and take longer."],
    "gradientProbe.common": [
      "Compare at common weights",
      "Every probe also takes each arm's gradient at the first arm's weights, where the objective alone differs; it takes twice as long.",
    ],
    "evaluation.every": ["Evaluation every", "Steps between two evaluations on held-out samples; 0 turns them off."],
    "evaluation.trainSamples": [
      "Labelled samples",
      "Training samples whose labels the kNN and the linear probe may use.",
    ],
    "evaluation.testSamples": ["Held-out samples", "Samples on which accuracy is measured."],
    "evaluation.knn.k": ["Neighbours", "Nearest neighbours that vote."],
    "evaluation.knn.temperature": ["Vote temperature", "How much nearer neighbours count more."],
    "evaluation.linearProbe.search": [
      "Choose the ridge",
      "Chooses the linear probe's penalty, from 0.0001 to 1, on a fifth of the labelled samples; the held-out ones have no part in it.",
    ],
    "evaluation.linearProbe.ridge": ["Ridge", "Penalty of the linear probe on standardised features."],
    "evaluation.validation": [
      "Validate",
      "Measures accuracy on samples taken out of the training split, at most a fifth of it, instead of test samples. Choose settings this way; then turn it off and look at the test samples once.",
    ],
    "evaluation.fineTune.steps": [
      "Fine-tuning steps",
      "At the end of the run, a copy of each encoder and a new linear classifier are trained with labels for so many steps, with the run's optimiser and augmentation; 0 turns it off. Pausing meanwhile ends it without a result.",
    ],
    "evaluation.fineTune.samples": ["Samples to fine-tune on", "Training samples whose labels fine-tuning may use."],
    "evaluation.fineTune.learningRate": [
      "Rate of fine-tuning",
      "Constant learning rate of the encoder and its classifier while they are fine-tuned.",
    ],
    backend: [
      "Backend",
      "What computes. Automatic takes the fastest one that is really a GPU, else the CPU through WebAssembly.",
    ],
    kernels: [
      "Kernels",
      "On WebGPU: fused programs written for this page, or the TensorFlow.js operations that they are held to, which are many times slower.",
    ],
    captured: [
      "Replay steps",
      "On WebGPU: record what a step sends to the GPU and send it again, instead of running the JavaScript that leads there.",
    ],
  } as Record<string, readonly [label: string, tooltip: string]>,
  options: {
    "dataset.id": {
      points: "Points in the plane",
      glyphs: "Glyphs",
      files: "Own files",
      url: "From an address",
      public: "Published set",
    },
    "dataset.colour": { keep: "Keep", grey: "Grey" },
    "dataset.layout": { rings: "Rings", moons: "Moons", gaussians: "Blobs" },
    "encoder.id": { mlp: "MLP", convnet: "Convnet", resnet: "ResNet" },
    "encoder.norm": { none: "None", group: "Group", batch: "Batch" },
    "optimizer.id": { adam: "Adam", sgd: "SGD", lars: "LARS" },
    "temperatureRule.id": { fixed: "Fixed", scheduled: "Scheduled", learned: "Learned", ess: "Controlled (ESS)" },
    kernels: { fused: "Fused", reference: "Reference" },
    "optimizer.rateRule": { fixed: "Fixed", linear: "Linear", squareRoot: "Square root" },
    "optimizer.schedule.id": { constant: "Constant", cosine: "Cosine" },
    backend: {
      auto: "Automatic",
      webgpu: "WebGPU",
      webgl: "WebGL",
      wasm: "WASM (CPU)",
      cpu: "Plain JavaScript (CPU)",
    },
  } as Record<string, Record<string, string>>,
  numberExpected: (low: string, high: string) => `a number from ${low} to ${high}`,
  wholeExpected: (low: string, high: string) => `a whole number from ${low} to ${high}`,
};
