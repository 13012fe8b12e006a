"""Augments what the page drew: python views.py <folder> ..., each with train.py and drawn.npz; writes views.safetensors."""

import sys
from pathlib import Path

import numpy as np
import torch
from steps import load

for folder in map(Path, sys.argv[1:]):
    train = load(folder)
    drawn = {name: torch.from_numpy(x) for name, x in np.load(folder / "drawn.npz").items()}
    x, u = drawn["x"].permute(0, 3, 1, 2), drawn["u"]
    noise = [drawn["noise"].permute(0, 3, 1, 2)] if drawn["noise"].numel() else []
    views = train.augment(x, u, *noise).permute(0, 2, 3, 1)
    train.save_file({"views": views.contiguous()}, folder / "views.safetensors")
