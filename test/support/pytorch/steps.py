"""Runs exported scripts on batches that the page drew: python steps.py [--accumulate n] <folder> ..., each with batches.npz beside its train.py.

Of every learner: the losses of all batches, the gradient of the first and the tensors after the last, as steps.safetensors.
"""

import argparse
import importlib.util
import json
import os
import sys
from pathlib import Path

import numpy as np
import torch

# The first place is for what lies beside the script that is loaded.
sys.path[:0] = ["", str(Path(__file__).parent)]


def load(folder):
    for module in ("objectives", "data", "measures"):  # of the script before
        sys.modules.pop(module, None)
    sys.path[0] = str(folder)
    spec = importlib.util.spec_from_file_location(f"train_{Path(folder).name}", Path(folder) / "train.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def batch(train, batches, learner, step):
    """The page's [steps, slices, 2, B, ...] as this process's part of the learner's own batch."""
    number = train.SEEDS.index(learner.seed) + learner.arm * len(train.SEEDS)
    place = number % batches["views"].shape[1]
    size = learner.batch_size
    samples = torch.from_numpy(batches["samples"][step, place, :size]).long()
    views = torch.from_numpy(batches["views"][step, place][:, :size])
    return samples, train.own(views.permute(0, 1, 4, 2, 3) if views.dim() == 5 else views)


def updates(train, learners):
    """One update of each; of the arms of a seed together where the script has them wait for one another."""
    if not hasattr(train, "matched_updates"):
        return [(learner, learner.update()) for learner in learners]
    return [x for s in train.SEEDS for x in train.matched_updates([one for one in learners if one.seed == s])]


def run(folder, accumulate):
    train = load(folder)
    train.ACCUMULATE = accumulate
    data, (start, step, _) = train.load_data(train.DEVICE), train.read(Path(folder) / "weights.safetensors")
    batches = np.load(Path(folder) / "batches.npz")
    losses, tensors, learners = {}, {}, []
    for arm in range(len(train.LOSSES)):
        for seed in train.SEEDS:
            learner = train.Learner(arm, seed, data)
            learner.load(start, step)
            first = learner.step
            learner.draw = lambda step, own=learner, first=first: batch(train, batches, own, step - first)
            learner.differentiate(*learner.draw(first))
            for name, p in learner.net.named_parameters():
                tensors[f"gradient.{learner.name}.{name}"] = p.grad.clone()
            learners.append(learner)
            losses[learner.name] = []
    for _ in range(len(batches["views"])):
        for learner, measured in updates(train, learners):
            losses[learner.name].append(measured["objective"])
    for learner in learners:
        tensors |= {f"state.{name}": x.clone() for name, x in learner.tensors().items()}
    if train.RANK == 0:
        train.save_file({name: x.detach() for name, x in tensors.items()}, Path(folder) / "steps.safetensors")
    return losses


if __name__ == "__main__":
    torch.set_num_threads(1)
    parser = argparse.ArgumentParser()
    parser.add_argument("--accumulate", type=int, default=1)
    parser.add_argument("folders", nargs="+")
    options = parser.parse_args()
    if "WORLD_SIZE" in os.environ:
        torch.distributed.init_process_group("gloo")
    losses = {folder: run(folder, options.accumulate) for folder in options.folders}
    if int(os.environ.get("RANK", 0)) == 0:
        print(json.dumps(losses))
