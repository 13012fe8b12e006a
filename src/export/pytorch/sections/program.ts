import { pytorchModules } from "../../../models/pytorch";
import { pytorchOptimizer } from "../../../optim/pytorch";
import { APP } from "../../../record/build";
import { RECORD_SCHEMA } from "../../../record/record";
import type { ScriptPlan } from "../plan";
import { joined, literal, quotable, wrapped } from "../python";
import { isEvaluated } from "./measures";

/** Imports, what is set once, and the processes among which a batch is divided. */
export function headSection({ config, arms, hasQueue }: ScriptPlan, title: string): string {
  const { slots } = pytorchOptimizer(config.optimizer);
  const labels = arms.map(({ label }) => label).join(", ");
  return joined([
    `${wrapped(`"""${APP.name}: ${quotable(`${labels}. ${title}`)}.`)}

    python train.py                        all learners, one after the other; --arm 0 --seed ${config.seed}: one of them
    torchrun --nproc_per_node=4 train.py   each batch divided among processes: the same loss, the same gradient
"""

import argparse`,
    hasQueue && "import copy",
    `import json
import math
import os
import time
from pathlib import Path

import numpy as np
import torch
import torch.distributed as dist
import torch.distributed.nn.functional
import torch.nn.functional as F
from safetensors import safe_open
from safetensors.torch import save_file
from torch import nn

try:
    from torch.utils.tensorboard import SummaryWriter
except ImportError:
    SummaryWriter = None

HERE = Path(__file__).resolve().parent
CONFIG = json.loads((HERE / "config.json").read_text("utf-8"))
SEEDS = [(CONFIG["seed"] + k) % 2**32 for k in range(CONFIG["seeds"])]
RANK, WORLD = int(os.environ.get("RANK", "0")), int(os.environ.get("WORLD_SIZE", "1"))
DEVICE = torch.device(f"cuda:{os.environ.get('LOCAL_RANK', '0')}" if torch.cuda.is_available() else "cpu")
SLOTS = [${slots.map(literal).join(", ")}]  # what the optimizer carries of each parameter
TRAINING, PROBE = 1, 2  # what random numbers are drawn for
ACCUMULATE, AMP = 1, False  # parts of a batch; whether encoders compute in 16 bits


def gather(x):
    """The samples of all processes, [2, B, ...], of this one's, [2, b, ...]."""
    return torch.cat(dist.nn.functional.all_gather(x.contiguous()), 1) if WORLD > 1 else x


def own(x):
    """This process's samples, [2, b, ...], of all, [2, B, ...]."""
    return x.chunk(WORLD, 1)[RANK]


def sum_over_processes(x):
    """With its gradient."""
    return dist.nn.functional.all_reduce(x) if WORLD > 1 else x`,
  ]);
}

/** Training, files, and the command line. */
export function programSection(plan: ScriptPlan): string {
  return `${joined([FILES, train(plan), finish(), main(plan)], "\n\n\n")}\n`;
}

const FILES = `def read(path):
    """Tensors by name, and what is said of them."""
    with safe_open(path, "pt") as file:
        names = file.keys()
        return {name: file.get_tensor(name) for name in names}, file.metadata()


def write(path, tensors, step, rows=()):
    """Beside its place and then into it, so that whoever stops this leaves a whole file."""
    tensors = {name: x.detach().cpu().clone().contiguous() for name, x in tensors.items()}
    about = {"format": "pt", "step": str(step), "config": json.dumps(CONFIG), "rows": json.dumps(rows)}
    save_file(tensors, f"{path}.part", about)
    os.replace(f"{path}.part", path)`;

function train(plan: ScriptPlan): string {
  const { gradientProbe, evaluation } = plan.config;
  return joined([
    `def train(learner, options):
    """To the last step, from where the learner is. Its state and what was measured lie in a file of its own."""
    path, rows = options.runs / f"{learner.name}.safetensors", []
    board = SummaryWriter(options.runs / learner.name) if SummaryWriter and RANK == 0 else None
    assert learner.batch_size % WORLD == 0, f"{learner.batch_size} samples cannot be divided among {WORLD} processes."
    if options.resume and path.exists():
        tensors, about = read(path)
        learner.load(tensors, int(about["step"]))
        rows = [row for row in json.loads(about["rows"]) if row["step"] < learner.step]
    while not rows or not (rows[-1]["diverged"] or rows[-1]["step"] == CONFIG["steps"]):
        row, is_last = {"step": learner.step, "time": time.time()}, learner.step == CONFIG["steps"]`,
    gradientProbe.every > 0 &&
      `        if is_last or learner.step % ${gradientProbe.every} == 0:
            row |= probe_gradient(learner)`,
    isEvaluated(plan) &&
      `        if is_last or learner.step % ${evaluation.every} == 0:
            row |= evaluate(learner)`,
    `        row |= {} if is_last else learner.update()
        row["diverged"] = not math.isfinite(row.get("objective", 0.0))
        rows.append({name: x if math.isfinite(x) else None for name, x in row.items()})
        for name, x in row.items() if board else ():
            board.add_scalar(name, x, row["step"])
        if RANK == 0 and (is_last or row["diverged"] or learner.step % options.save_every == 0):
            write(path, learner.tensors(), learner.step, rows)`,
  ]);
}

function finish(): string {
  return `def finish(runs):
    """One record and one checkpoint of all learners, once they are there: the page opens both."""
    paths = {(a, s): runs / f"arm{a}.seed{s}.safetensors" for a in range(len(LOSSES)) for s in SEEDS}
    if RANK > 0 or not all(path.exists() for path in paths.values()):
        return
    states, learners = [read(path) for path in paths.values()], []
    logs = [json.loads(about["rows"]) for _, about in states]
    for (arm, seed), rows in zip(paths, logs):
        metrics = dict.fromkeys(name for row in rows for name in row if name not in ("time", "diverged"))
        learners.append({"arm": arm, "seed": seed, "series": {m: [row.get(m) for row in rows] for m in metrics}})
        if rows[-1]["diverged"]:
            learners[-1]["stopped"] = {"step": rows[-1]["step"], "reason": "The loss is not finite."}
    device = torch.cuda.get_device_name() if DEVICE.type == "cuda" else f"CPU, {torch.get_num_threads()} threads"
    record = {
        "schema": ${RECORD_SCHEMA}, "app": {"name": ${literal(APP.name)}, "version": ${literal(APP.version)}}, "config": CONFIG,
        "environment": {"backend": "pytorch", "adapter": device, "userAgent": f"PyTorch {torch.__version__}"},
        "startedAt": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(min(rows[0]["time"] for rows in logs))),
        "durationMs": 1000 * sum(rows[-1]["time"] - rows[0]["time"] for rows in logs),
        "stepsDone": max(rows[-1]["step"] for rows in logs), "learners": learners,
    }
    (HERE / "record.json").write_text(json.dumps(record))
    tensors = {name: x for part, _ in states for name, x in part.items()}
    tensors["carried.measured_at"] = torch.tensor(-1, dtype=torch.int32)
    if len({about["step"] for _, about in states}) == 1:
        write(HERE / "checkpoint.safetensors", tensors, states[0][1]["step"])`;
}

function main({ encoder, hasWeights }: ScriptPlan): string {
  const { hasBatchNorm } = pytorchModules(encoder);
  // Its statistics are those of a whole batch.
  const accumulate = hasBatchNorm
    ? ""
    : `\n    parser.add_argument("--accumulate", type=int, default=1, metavar="PARTS", help="parts in which a batch is encoded")`;
  return `def main():
    global ${hasBatchNorm ? "AMP" : "ACCUMULATE, AMP"}
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--arm", type=int, choices=range(len(LOSSES)), help="this arm alone, counted from 0")
    parser.add_argument("--seed", type=int, choices=SEEDS, help="this seed alone")
    parser.add_argument("--runs", type=Path, default=HERE / "runs", help="where learners are kept")
    parser.add_argument("--resume", action="store_true", help="go on with the learners that are kept")
    parser.add_argument("--save-every", type=int, default=500, metavar="STEPS")
    parser.add_argument("--amp", action="store_true", help="encoders compute in 16 bits")
    parser.add_argument("--onnx", type=Path, metavar="FOLDER", help="write the encoders there, to be used elsewhere")${accumulate}
    options = parser.parse_args()
    AMP${hasBatchNorm ? " = options.amp" : ", ACCUMULATE = options.amp, options.accumulate"}
    options.runs.mkdir(parents=True, exist_ok=True)
    if WORLD > 1:
        dist.init_process_group("nccl" if DEVICE.type == "cuda" else "gloo")
    data${hasWeights ? ", (tensors, about)" : ""} = load_data()${hasWeights ? `, read(HERE / "weights.safetensors")` : ""}
    for arm in range(len(LOSSES)) if options.arm is None else [options.arm]:
        for seed in SEEDS if options.seed is None else [options.seed]:
            learner = Learner(arm, seed, data)
            ${hasWeights ? `learner.load(tensors, int(about["step"]))` : "learner.begin()"}
            train(learner, options)
            if options.onnx and RANK == 0:
                options.onnx.mkdir(parents=True, exist_ok=True)
                given = {"f": f"{options.onnx}/{learner.name}.onnx", "input_names": ["x"], "dynamic_axes": {"x": [0]}}
                torch.onnx.export(learner.net.eval().encoder, learner.draw(0, TRAINING)[1][0], **given)
    finish(options.runs)


if __name__ == "__main__":
    main()`;
}
