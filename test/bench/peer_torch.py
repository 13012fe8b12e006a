"""The two standard steps in eager PyTorch: one learner, no augmentation, no metrics. See README.md beside this file.

    python test/bench/peer_torch.py [--steps 50]
"""

import argparse
import time

import torch
from torch import nn
from torch.nn import functional as F

TEMPERATURE = 0.1


def mlp() -> tuple[nn.Module, tuple[int, ...], int]:
    layers = [nn.Linear(784, 256), nn.ReLU(), nn.Linear(256, 128), nn.ReLU(), nn.Linear(128, 64)]
    return nn.Sequential(*layers), (784,), 32


def cnn() -> tuple[nn.Module, tuple[int, ...], int]:
    layers: list[nn.Module] = []
    for inputs, outputs in ((3, 32), (32, 64), (64, 128)):
        layers += [nn.Conv2d(inputs, outputs, 3, stride=2, padding=1), nn.ReLU()]
    layers += [nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(128, 128), nn.ReLU(), nn.Linear(128, 64)]
    return nn.Sequential(*layers), (3, 32, 32), 16


def nt_xent(z: torch.Tensor) -> torch.Tensor:
    """Softmax cross-entropy of cosine similarities; the label of a view is the other view of its sample."""
    views = len(z)
    unit = F.normalize(z, dim=1)
    logits = unit @ unit.T / TEMPERATURE
    logits.fill_diagonal_(float("-inf"))
    labels = (torch.arange(views, device=z.device) + views // 2) % views
    return F.cross_entropy(logits, labels)


def wait(device: torch.device) -> None:
    if device.type == "cuda":
        torch.cuda.synchronize()


def time_steps(encoder: nn.Module, shape: tuple[int, ...], batch: int, device: torch.device, steps: int) -> None:
    encoder.to(device)
    samples = torch.rand(batch, *shape, device=device) * 2 - 1
    x = torch.cat([samples + 0.2 * torch.randn_like(samples) for _ in range(2)])
    adam = torch.optim.Adam(encoder.parameters(), lr=1e-3)
    losses = []
    for step in range(steps + 10):
        if step == 10:
            wait(device)
            started = time.perf_counter()
        adam.zero_grad()
        loss = nt_xent(encoder(x))
        loss.backward()
        adam.step()
        losses.append(loss.detach())
    wait(device)
    elapsed = 1000 * (time.perf_counter() - started) / steps
    if losses[-1] >= losses[0]:
        raise SystemExit(f"It does not train: the loss was {losses[0]:.4f} at first and is {losses[-1]:.4f} now.")
    print(f"{elapsed:.3f} ms per step")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--steps", type=int, default=50)
    steps = parser.parse_args().steps
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    torch.set_num_threads(1)
    name = torch.cuda.get_device_name() if device.type == "cuda" else "CPU, 1 thread"
    print(f"PyTorch {torch.__version__}, {name}")
    for title, make in (("mlp, batch 32", mlp), ("cnn, batch 16", cnn)):
        torch.manual_seed(0)
        print(f"{title}: ", end="")
        time_steps(*make(), device=device, steps=steps)


if __name__ == "__main__":
    main()
