"""What a script's rules for its end say of measured numbers: python judge.py <folder> ..., each with judged.json: of every
step the values by arm, then seed, null where none was measured. Prints, of each folder, the rule of each step."""

import json
import sys
from pathlib import Path
from types import SimpleNamespace

from steps import load


def rules(folder):
    train = load(folder)
    metric, stopping = train.CONFIG["stop"]["metric"], train.EarlyStopping({})
    for step, values in enumerate(json.loads((folder / "judged.json").read_text())):
        pairs = [(SimpleNamespace(arm=arm), x) for arm, own in enumerate(values) for x in own]
        yield stopping.judge(step, [(learner, {} if x is None else {metric: x}) for learner, x in pairs])


print(json.dumps([list(rules(Path(folder))) for folder in sys.argv[1:]]))
