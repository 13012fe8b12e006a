"""How a script scales gradients in float16, without a GPU: python scale.py <folder>; prints what became of updates, probes and a run
that was stopped."""

import json
import math
import sys
from pathlib import Path
from types import SimpleNamespace

from half import as_half
from steps import load

folder = Path(sys.argv[1])
train = load(folder)
data, (start, step, _) = train.load_data(train.DEVICE), train.read(folder / "weights.safetensors")


def loaded(scale, steady=0):
    learner = train.Learner(0, train.SEEDS[0], data)
    learner.load(start, step)
    return as_half(learner, scale, steady)


def updated(scale, steady=0):
    """The learner after its first update with such a scale, and whether its weights moved."""
    learner = loaded(scale, steady)
    before = learner.weights[0].detach().clone()
    learner.update()
    return learner, not before.equal(learner.weights[0])


def probed(scale, weight=None):
    """The length of a probe's gradient, and the scale and the count after it."""
    learner = loaded(scale, 7)
    if weight is not None:
        learner.weights[0].data.fill_(weight)
    length = train.probe_gradient(learner)["gradientNorm"]
    return [length if math.isfinite(length) else None, math.log2(learner.scale), learner.steady]


def trained(steps, learner, resume):
    """The scale and the count after a run's last step, and the names of what it measured."""
    train.CONFIG["steps"] = steps
    train.train(learner, SimpleNamespace(runs=folder, resume=resume, save_every=500))
    train.SEEDS[:] = train.SEEDS[:1]
    train.finish(folder)
    (series,) = [one["series"] for one in json.loads((folder / "record.json").read_text())["learners"]]
    return [learner.scale, learner.steady, sorted({"scale", "steady"} & set(series))]


plain, _ = updated(1.0)
scaled, moved = updated(2.0**10, 1999)
overflowing, moved_by_overflow = updated(2.0**200)
print(
    json.dumps(
        {
            "difference": max((a - b).abs().max().item() for a, b in zip(plain.weights, scaled.weights)),
            "moved": [moved, moved_by_overflow],
            "scales": [scaled.scale / 2**10, overflowing.scale / 2**200],
            "steps": [scaled.step - step, overflowing.step - step],
            "begins": train.Learner(0, train.SEEDS[0], data).scale,
            "probes": [probed(1.0), probed(2.0**200), probed(4.0, math.nan)],
            "resumed": [trained(2, loaded(8.0), False), trained(3, loaded(1.0), True)],
        }
    )
)
