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


class Operation:
    """One operation, or with `backward` the gradients too, at the sizes of operations/operations.ts."""

    def __init__(self, name: str, device: torch.device) -> None:
        self.device = device
        torch.manual_seed(0)
        make, shapes, self.backward, self.flops = OPERATIONS[name]
        self.call = make()
        self.tensors = [torch.rand(*shape, device=device) - 0.5 for shape in shapes]
        for tensor in self.tensors[: self.backward]:
            tensor.requires_grad_()
        for _ in range(WARM_UP):
            self.step()

    def step(self) -> torch.Tensor:
        if not self.backward:
            with torch.no_grad():
                return self.call(*self.tensors)
        y = self.call(*self.tensors)
        wanted = self.tensors[: self.backward]
        return torch.autograd.grad(y, wanted, torch.ones_like(y))[0]

    def round(self, steps: int) -> dict:
        elapsed = timed(self.step, steps, self.device)[0]
        return {"msPerStep": elapsed, "work": {"title": "PyTorch", "flops": self.flops}}


def dense_layer():
    return lambda w, b, x: F.relu(F.linear(x, w, b))


def conv_layer(stride: int):
    return lambda w, b, x: F.relu(F.conv2d(x, w, b, stride, 1))


def norm_layer():
    return lambda x, scale, offset: F.relu(F.group_norm(x, 2, scale, offset))


DENSE = (dense_layer, [(256, 784), (256,), (64, 784)])
CONV = (lambda: conv_layer(2), [(64, 32, 3, 3), (64,), (32, 32, 16, 16)])
PLAIN = (lambda: conv_layer(1), [(16, 16, 3, 3), (16,), (32, 16, 32, 32)])
NORM = (norm_layer, [(32, 16, 32, 32), (16,), (16,)])
DENSE_FLOPS, CONV_FLOPS, PLAIN_FLOPS = 2 * 64 * 784 * 256, 64 * 64 * 9 * 32 * 64, 64 * 1024 * 9 * 16 * 16
# The function, its inputs, how many of them have their gradient worked out, floating-point operations.
OPERATIONS = {
    "matMul": (lambda: torch.matmul, [(512, 512), (512, 512)], 0, 2 * 512**3),
    "denseForward": (*DENSE, 0, DENSE_FLOPS),
    "denseParameters": (*DENSE, 2, 2 * DENSE_FLOPS),
    "denseAll": (*DENSE, 3, 3 * DENSE_FLOPS),
    "convForward": (*CONV, 0, CONV_FLOPS),
    "convParameters": (*CONV, 2, 2 * CONV_FLOPS),
    "convAll": (*CONV, 3, 3 * CONV_FLOPS),
    "plainForward": (*PLAIN, 0, PLAIN_FLOPS),
    "plainParameters": (*PLAIN, 2, 2 * PLAIN_FLOPS),
    "plainAll": (*PLAIN, 3, 3 * PLAIN_FLOPS),
    "normForward": (*NORM, 0, None),
    "normAll": (*NORM, 3, None),
}


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

    def round(self, steps: int) -> dict:
        elapsed, last = timed(self.step, steps, self.device)
        if self.falls and not last.item() < self.first:
            raise ValueError(f"it does not train: the loss was {self.first:.4f} at first and is {last.item():.4f} now")
        return {"msPerStep": elapsed}


def wait(device: torch.device) -> None:
    if device.type == "cuda":
        torch.cuda.synchronize()


def timed(step, steps: int, device: torch.device) -> tuple[float, torch.Tensor]:
    """Milliseconds per step, and what the last one gave."""
    wait(device)
    started = time.perf_counter()
    for _ in range(steps):
        last = step()
    wait(device)
    return 1000 * (time.perf_counter() - started) / steps, last


def peer_of(question: dict, device: torch.device) -> "Operation | Peer":
    task = question["task"]
    return Peer(question, device) if isinstance(task, str) else Operation(task["operation"], device)


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
    peers: dict = {}
    for line in sys.stdin:
        question = json.loads(line)
        try:
            name = question["name"]
            if name not in peers:
                peers[name] = peer_of(question, device)
            say({"round": peers[name].round(question["steps"])})
        except Exception as error:  # Said to whoever asked, who goes on without this case.
            say({"error": str(error).splitlines()[0]})


if __name__ == "__main__":
    main()
