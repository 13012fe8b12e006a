import type { ExperimentConfig } from "../../config/schema";
import { formatCount } from "../../i18n/format";
import { APP } from "../../record/build";
import { onOneLine } from "./python";

/** `README.md`: what the files are and how they are used. In English, as a document. */
export function readme({ arms, seeds, seed, steps }: ExperimentConfig, title: string, hasWeights: boolean): string {
  const start = hasWeights
    ? "It goes on from `weights.safetensors`: the learners as they were, by PyTorch's names."
    : "It begins with weights of its own, a function of the seed.";
  return `# An experiment of ${APP.name} in PyTorch

${arms.length} arms of ${seeds} seeds on ${onOneLine(title)}, ${formatCount(steps)} steps. \`train.py\` is the whole program, \`config.json\` its settings, \`data.npz\` its samples.
${start}

    pip install torch numpy safetensors            # Python 3.9 and PyTorch 1.13 or newer; tensorboard where you want it
    python train.py                                # all learners, one after the other
    ${`python train.py --arm 0 --seed ${seed}`.padEnd(46)} # one of them, as for a job array
    python train.py --resume                       # goes on with what was stopped
    torchrun --nproc_per_node=4 train.py           # each batch divided among processes
    python train.py --help                         # all options

Learners are kept in \`runs/\`. Once all are there, \`record.json\` has what was measured and \`checkpoint.safetensors\` what was trained:
drop them on the page to see the curves beside its own, and to go on there.
`;
}
