import type { ExperimentConfig } from "../../config/schema";
import { APP } from "../../record/build";

/** `README.md`: how the files are used. English, as a document. */
export function readme(config: ExperimentConfig, title: string): string {
  const { arms, seeds, steps } = config;
  return `# An experiment of ${APP.name} in PyTorch

${arms.length} arms of ${seeds} seeds on ${title}, ${steps} steps. \`train.py\` is all of the program, \`config.json\` its settings, \`data.npz\` the
samples, \`weights.safetensors\` the learners where the page had them.

    pip install torch numpy safetensors
    python train.py
`;
}
