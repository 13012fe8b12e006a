import type { ExperimentInput } from "../../../src/config/schema";
import { OBJECTIVE_IDS } from "../../../src/objectives";
import { IS_THOROUGH } from "../thorough";

/** What is exported to PyTorch and held to the page, by name. */
type ExportCase = [name: string, changes: ExperimentInput];

const SGD = { optimizer: { id: "sgd", learningRate: 0.005 } } satisfies ExperimentInput;
const GLYPHS = { dataset: { id: "glyphs", samples: 64 }, batchSize: 4 } satisfies ExperimentInput;

const ARMS = [
  ...OBJECTIVE_IDS.filter((id) => id !== "custom").map((objective) => ({ objective })),
  { objective: "custom" as const, phi: "tanh(v)^3 + softplus(v)/(2 + exp(-v)) + 0.3v" },
  { objective: "dual" as const, c: 0 },
  { objective: "sogClr" as const, memoryRate: 0.3 },
  { objective: "dv" as const, partitionAverage: 0.6 },
  { objective: "debiased" as const, classPrior: 0.6, temperature: 1 },
];
const ARMS_OF_A_CASE = 6;

/** Plain descent, under which a gradient that is 0 but for rounding moves nothing. */
const objectives = Array.from({ length: Math.ceil(ARMS.length / ARMS_OF_A_CASE) }, (_, i): ExportCase => {
  const arms = ARMS.slice(ARMS_OF_A_CASE * i, ARMS_OF_A_CASE * (i + 1));
  return [arms.map(({ objective }) => objective).join(", "), { ...SGD, arms, batchSize: 8 }];
});

const ENCODERS = [
  { id: "mlp", width: 8, depth: 2, projection: 4 },
  { id: "convnet", width: 8, depth: 2, projection: 4 },
  { id: "resnet", width: 4, depth: 8, projection: 4 },
] as const;
const encoders = ENCODERS.flatMap((encoder) =>
  (["none", "group", "batch"] as const).map((norm): ExportCase => {
    return [
      `${encoder.id}, norm ${norm}`,
      { ...GLYPHS, ...SGD, arms: [{ objective: "flatNce" }], encoder: { ...encoder, norm } },
    ];
  }),
);

const cosine = { id: "cosine", warmupSteps: 2 } as const;
const optimizers: ExportCase[] = [
  ["Adam with decay", { optimizer: { id: "adam", learningRate: 0.01, weightDecay: 0.1, epsilon: 1e-4 } }],
  [
    "Adam, cosine, other rates",
    { optimizer: { id: "adam", beta1: 0.8, beta2: 0.95, epsilon: 1e-4, schedule: cosine } },
  ],
  [
    "SGD with momentum and decay",
    { optimizer: { id: "sgd", learningRate: 0.05, weightDecay: 0.01, schedule: { warmupSteps: 3 } } },
  ],
  [
    "SGD without momentum",
    { optimizer: { id: "sgd", learningRate: 1, momentum: 0, rateRule: "linear", referenceBatch: 64 } },
  ],
  [
    "LARS",
    { optimizer: { id: "lars", learningRate: 0.5, weightDecay: 0.01, rateRule: "squareRoot", schedule: cosine } },
  ],
  [
    "LARS of learned numbers, without momentum",
    { arms: [{ objective: "flo" }, { objective: "supervised" }], optimizer: { id: "lars", momentum: 0 } },
  ],
];

const rules: ExportCase[] = [
  [
    "a temperature of each kind",
    {
      ...SGD,
      batchSize: 8,
      temperature: 0.3,
      temperatureRule: { end: 0.1, minimum: 0.29, maximum: 0.5, gain: 0.1 },
      arms: (["fixed", "scheduled", "learned", "ess"] as const).map((temperatureRule) => ({
        objective: "infoNce",
        temperatureRule,
      })),
    },
  ],
  ["a learned temperature alone", { ...SGD, temperatureRule: { id: "learned" } }],
  ["a scheduled temperature alone", { ...SGD, temperatureRule: { id: "scheduled" } }],
];

const others: ExportCase[] = [
  [
    "losses in low precision",
    {
      ...SGD,
      batchSize: 8,
      arms: (["float16", "bfloat16", "float8e4m3"] as const).flatMap((precision) => [
        { objective: "infoNceCe", precision },
        { objective: "flatNce", precision },
      ]),
    },
  ],
  [
    "a queue",
    { ...SGD, queue: { size: 10, momentum: 0.7 }, arms: [{ objective: "flatNce" }, { objective: "flatNceOneWay" }] },
  ],
  [
    "a queue behind batch normalization",
    { ...SGD, queue: { size: 10, momentum: 0.7 }, encoder: { id: "mlp", width: 8, projection: 4, norm: "batch" } },
  ],
  [
    "gradients as long as the first arm's",
    {
      optimizer: { id: "sgd", learningRate: 0.05, matchGradientNorm: true },
      seeds: 2,
      arms: (["infoNce", "flatNce", "flo"] as const).map((objective) => ({ objective })),
    },
  ],
  [
    "the same of batches that are normalized, with memories",
    {
      optimizer: { id: "sgd", learningRate: 0.05, matchGradientNorm: true },
      encoder: { id: "mlp", width: 8, projection: 4, norm: "batch" },
      arms: [{ objective: "infoNce" }, { objective: "sogClr" }],
    },
  ],
  [
    "batches of several sizes, rates and temperatures",
    {
      ...SGD,
      batchSize: 8,
      arms: [
        { objective: "infoNce", batchSize: 4 },
        { objective: "flatNce", batchSize: 4, learningRate: 0.01 },
        { objective: "infoNce", temperature: 0.5 },
        { objective: "sogClr" },
      ],
    },
  ],
];

/** What is held to the page's numbers; of images, on which a step takes long, all kinds of norms only where there is time. */
export const EXPORT_CASES = [
  ...objectives,
  ...encoders.filter(([name]) => IS_THOROUGH || /mlp|batch/.test(name)),
  ...optimizers,
  ...rules,
  ...others,
];
