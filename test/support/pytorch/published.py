"""Whether scripts find the page's samples in published files: python published.py <folder> ..., each with the files in
published/ and the samples in expected.npz. Prints what differs."""

import sys
from pathlib import Path

import numpy as np
from steps import load

for folder in map(Path, sys.argv[1:]):
    found = load(folder).load_data("cpu", folder / "published")
    expected = np.load(folder / "expected.npz")
    if set(found) != set(expected):
        print(folder, sorted(found))
    for name, x in found.items():
        own = x.permute(0, 2, 3, 1) if x.dim() == 4 else x
        if own.shape != expected[name].shape or (own.numpy() != expected[name]).any():
            print(folder, name, np.abs(own.numpy().astype(float) - expected[name]).max())
