"""PyTorch, eager, training one learner: no augmentation, no metrics. See README.md of the benchmark.

    python torch_peer.py cpu|threads|cuda

Says what it computes on as a line of JSON, and then answers each line of standard input (a step and how many of it) with one.
"""

import json
import os
import sys
import time

import torch
from torch import nn
from torch.nn import functional as F

WARM_UP = 3
GROUP_CHANNELS = 8


class Residual(nn.Module):
    def __init__(self, branch: nn.Module, shortcut: nn.Module) -> None:
        super().__init__()
        self.branch = branch
        self.shortcut = shortcut

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return F.relu(self.branch(x) + self.shortcut(x))


def group_channels(channels: int) -> int:
    size = min(GROUP_CHANNELS, channels)
    while channels % size > 0:
        size += 1
    return size


def network(layers: list, channels: int) -> tuple[nn.Module, int]:
    """The modules of a list of layers, and how many numbers or channels come out of the last."""
    modules: list[nn.Module] = []
    for layer in layers:
        kind = layer["kind"]
        if kind == "dense":
            modules.append(nn.Linear(channels, layer["outputs"], bias=layer["bias"]))
            channels = layer["outputs"]
        elif kind == "conv":
            side, stride = layer["kernel"], layer["stride"]
            modules.append(nn.Conv2d(channels, layer["outputs"], side, stride, (side - 1) // 2, bias=layer["bias"]))
            channels = layer["outputs"]
        elif kind == "norm":
            modules.append(nn.GroupNorm(channels // group_channels(channels), channels))
        elif kind == "relu":
            modules.append(nn.ReLU(inplace=True))
        elif kind == "flatten":
            modules.append(nn.Flatten())
        elif kind == "globalAveragePool":
            modules += [nn.AdaptiveAvgPool2d(1), nn.Flatten()]
        elif kind == "projection":
            head, channels = network(layer["layers"], channels)
            modules.append(head)
        else:
            shortcut, _ = network(layer["shortcut"], channels)
            branch, channels = network(layer["branch"], channels)
            modules.append(Residual(branch, shortcut))
    return nn.Sequential(*modules), channels


def nt_xent(z: torch.Tensor, temperature: float) -> torch.Tensor:
    """Softmax cross-entropy of cosine similarities; the label of a view is the other view of its sample."""
    views = len(z)
    unit = F.normalize(z, dim=1)
    logits = unit @ unit.T / temperature
    logits.fill_diagonal_(float("-inf"))
    labels = (torch.arange(views, device=z.device) + views // 2) % views
    return F.cross_entropy(logits, labels)


class Peer:
    def __init__(self, question: dict, device: torch.device) -> None:
        torch.manual_seed(0)
        shape, batch = question["shape"], question["batchSize"]
        flat = question["layers"][0]["kind"] == "flatten"
        size = [shape[0] * shape[1] * shape[2]] if flat else [shape[-1], *shape[:-1]]
        self.device = device
        self.temperature = question["temperature"]
        self.encoder = network(question["layers"], size[0])[0].to(device)
        samples = torch.rand(batch, *size, device=device) * 2 - 1
        self.x = torch.cat([samples + 0.2 * torch.randn_like(samples) for _ in range(2)])
        self.optimizer = optimizer_of(question["optimizer"], self.encoder)
        self.step = self.infer if question["task"] == "forward" else self.train
        self.falls = question["task"] != "forward"
        self.first = self.step().item()
        for _ in range(WARM_UP):
            self.step()

    def train(self) -> torch.Tensor:
        self.optimizer.zero_grad(set_to_none=True)
        loss = nt_xent(self.encoder(self.x), self.temperature)
        loss.backward()
        self.optimizer.step()
        return loss.detach()

    def infer(self) -> torch.Tensor:
        with torch.no_grad():
            return self.encoder(self.x)[0, 0]

    def wait(self) -> None:
        if self.device.type == "cuda":
            torch.cuda.synchronize()

    def round(self, steps: int) -> dict:
        self.wait()
        started = time.perf_counter()
        for _ in range(steps):
            last = self.step()
        self.wait()
        elapsed = 1000 * (time.perf_counter() - started) / steps
        if self.falls and not last.item() < self.first:
            raise ValueError(f"it does not train: the loss was {self.first:.4f} at first and is {last.item():.4f} now")
        return {"msPerStep": elapsed}


def optimizer_of(options: dict, encoder: nn.Module) -> torch.optim.Optimizer:
    rate = options["learningRate"]
    if options["id"] == "sgd":
        return torch.optim.SGD(encoder.parameters(), lr=rate, momentum=options["momentum"])
    return torch.optim.Adam(encoder.parameters(), lr=rate)


def say(answer: dict) -> None:
    print(json.dumps(answer), flush=True)


def main() -> None:
    if sys.argv[1] == "threads":
        torch.set_num_threads(os.cpu_count() or 1)
    device = torch.device("cuda" if sys.argv[1] == "cuda" else "cpu")
    if device.type == "cuda" and not torch.cuda.is_available():
        return say({"error": "PyTorch sees no CUDA here"})
    threads = torch.get_num_threads()
    cpu = f"CPU, {threads} thread{'' if threads == 1 else 's'}"
    say({"adapter": f"PyTorch {torch.__version__}, {torch.cuda.get_device_name() if device.type == 'cuda' else cpu}"})
    peers: dict[str, Peer] = {}
    for line in sys.stdin:
        question = json.loads(line)
        try:
            name = question["name"]
            if name not in peers:
                peers[name] = Peer(question, device)
            say({"round": peers[name].round(question["steps"])})
        except Exception as error:  # Said to whoever asked, who goes on without this case.
            say({"error": str(error).splitlines()[0]})


if __name__ == "__main__":
    main()
