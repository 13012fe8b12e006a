"""How a script scales gradients in float16, without a GPU: python scale.py <folder>; prints what became of three updates."""

import json
import sys
from pathlib import Path

from steps import load

folder = Path(sys.argv[1])
train = load(folder)
data, (start, step, _) = train.load_data(train.DEVICE), train.read(folder / "weights.safetensors")


def updated(scale, steady=0):
    """The learner after its first update with such a scale, and whether its weights moved."""
    learner = train.Learner(0, train.SEEDS[0], data)
    learner.load(start, step)
    # In float32, since a CPU has no float16 here.
    learner.represent = lambda net, views: net.projection(net.encoder(views.flatten(0, 1))).unflatten(0, (2, -1))
    learner.is_half, learner.scale, learner.steady = True, scale, steady
    before = learner.weights[0].detach().clone()
    learner.update()
    return learner, not before.equal(learner.weights[0])


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
        }
    )
)
