import type { ExperimentConfig } from "../../config/schema";
import type { PublicSetId } from "../../data/sources/public/sets";
import { formatCount } from "../../i18n/format";
import { APP } from "../../record/build";
import { type PythonFile, saidOfModules } from "./modules";
import { onOneLine } from "./python";
import { publishedFiles } from "./sections/published";

/** What leaves beside the settings. */
interface Leaving {
  hasWeights: boolean;
  /** The published set whose files the script reads; null where its samples go along. */
  published: PublicSetId | null;
  program: readonly PythonFile[];
}

/** `README.md`: what the files are and how they are used. In English, as a document. */
export function readme(config: ExperimentConfig, title: string, { hasWeights, published, program }: Leaving): string {
  const { arms, seeds, seed, steps, stop, optimizer } = config;
  const start = hasWeights
    ? "It goes on from `weights.safetensors`: the learners as they were, by PyTorch's names."
    : "It begins with weights of its own, a function of the seed.";
  const isStopped = stop.minutes + stop.target + stop.patience > 0;
  const one = isStopped ? null : optimizer.matchGradientNorm ? `--seed ${seed}` : `--arm 0 --seed ${seed}`;
  const commands = [
    ["pip install torch numpy safetensors", "Python 3.9 and PyTorch 1.13 or newer; tensorboard where you want it"],
    [
      "python train.py",
      one === `--arm 0 --seed ${seed}`
        ? "all learners, one after the other"
        : "all learners, side by side where they need one another",
    ],
    ...(one ? [[`python train.py ${one}`, "a part of them, as for a job array"]] : []),
    ["python train.py --resume", "goes on with what was stopped"],
    ["torchrun --nproc_per_node=4 train.py", "each batch divided among processes"],
    ...(published ? [["python train.py --data FOLDER", `where ${publishedFiles(published)} are`]] : []),
    ["python train.py --help", "all options"],
  ];
  const samples = published
    ? `\`data.npz\` the checksums of its samples: \`train.py\` finds them in the published files, which are not in here${published === "svhn" ? " (it needs scipy)" : ""}.`
    : "`data.npz` its samples.";
  return `# An experiment of ${APP.name} in PyTorch

${arms.length} arms of ${seeds} seeds on ${onOneLine(title)}, ${formatCount(steps)} steps. ${saidOfModules(program)}\`config.json\` has its settings, ${samples}
${start}

${commands.map(([command = "", about]) => `    ${command.padEnd(46)} # ${about}`).join("\n")}

Learners are kept in \`runs/\`. Once all are over, \`record.json\` has what was measured and \`checkpoint.safetensors\` what was trained:
drop them on the page to see the curves beside its own, and to go on there.
`;
}
