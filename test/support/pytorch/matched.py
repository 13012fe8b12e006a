"""Whether arms move whose first one is in float16, without a GPU: python matched.py <folder>; prints it of two steps, the first of
them with a gradient of the first arm's that overflows, and of one whose loss is not finite."""

import json
import math
import sys
from pathlib import Path

from half import as_half
from steps import load

folder = Path(sys.argv[1])
train = load(folder)
data, (start, step, _) = train.load_data(train.DEVICE), train.read(folder / "weights.safetensors")


def loaded(scale):
    learners = [train.Learner(arm, train.SEEDS[0], data) for arm in range(len(train.LOSSES))]
    for learner in learners:
        learner.load(start, step)
    as_half(learners[0], scale)
    return learners


def moves(learners):
    before = [learner.weights[0].detach().clone() for learner in learners]
    train.matched_updates(learners)
    return [not old.equal(learner.weights[0]) for old, learner in zip(before, learners)]


overflowing, diverging = loaded(2.0**200), loaded(1.0)
diverging[0].weights[0].data.fill_(math.nan)
first = moves(overflowing)
momentum = overflowing[1].optimizer.state[overflowing[1].weights[0]]["momentum_buffer"].abs().max().item()
overflowing[0].scale = 1.0
print(
    json.dumps(
        {
            "overflow": first,
            "momentum": momentum,
            "after": moves(overflowing),
            "steps": [learner.step - step for learner in overflowing],
            "diverged": moves(diverging)[1:],
        }
    )
)
