"""FlatNCE Playground: InfoNCE, FlatNCE. what it is trained on.

    python train.py                        all learners, one after the other; --arm 0 --seed 1: one of them
    torchrun --nproc_per_node=4 train.py   each batch divided among processes: the same loss, the same gradient
"""

import argparse
import json
import math
import os
import time
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import torch
import torch.distributed as dist
import torch.distributed.nn.functional
import torch.nn.functional as F
from safetensors import safe_open
from safetensors.torch import save_file
from torch import nn

try:
    from torch.utils.tensorboard import SummaryWriter
except ImportError:
    SummaryWriter = None

HERE = Path(__file__).resolve().parent
CONFIG = json.loads((HERE / "config.json").read_text("utf-8"))
SEEDS = [(CONFIG["seed"] + k) % 2**32 for k in range(CONFIG["seeds"])]
SLOTS = ["momentum_buffer"]  # what the optimizer carries of each parameter
ACCUMULATE, AMP = 1, False  # parts of a batch; whether encoders compute in 16 bits


RANK, WORLD = int(os.environ.get("RANK", "0")), int(os.environ.get("WORLD_SIZE", "1"))
DEVICE = torch.device(f"cuda:{os.environ.get('LOCAL_RANK', '0')}" if torch.cuda.is_available() else "cpu")


def gather(x):
    """The samples of all processes, [2, B, ...], of this one's, [2, b, ...]."""
    return torch.cat(dist.nn.functional.all_gather(x.contiguous()), 1) if WORLD > 1 else x


def own(x):
    """This process's samples, [2, b, ...], of all, [2, B, ...]."""
    return x.chunk(WORLD, 1)[RANK]


def sum_over_processes(x):
    return dist.nn.functional.all_reduce(x) if WORLD > 1 else x  # with its gradient


def agreed(x):
    """The first process's x: what each works out of the whole batch by itself may differ in its last bits."""
    return dist.nn.functional.broadcast(x, 0) if WORLD > 1 else x


class Network(nn.Module):
    """The encoder, whose features h are evaluated, and the projection, whose z the losses compare."""

    def __init__(self):
        super().__init__()
        self.encoder = nn.Sequential(nn.Linear(2, 64), nn.ReLU(), nn.Linear(64, 64), nn.ReLU())
        self.projection = nn.Sequential(nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, 8))


def batch_of(z, tau):
    """Embeddings z [2, B, D] of both views of all samples, and their similarities [2B, 2B]; u = z / |z|."""
    batch = SimpleNamespace(z=z, u=F.normalize(z, dim=2), tau=tau)
    batch.cosines = batch.u.flatten(0, 1) @ batch.u.flatten(0, 1).T
    batch.logits = batch.cosines / tau
    return batch


def anchors(s):
    """Of similarities s [2B, 2B] those of every anchor with its other view, [A, 1], and with its negatives, [A, M]."""
    sample = torch.arange(len(s) // 2, device=s.device).repeat(2)
    positive, others = s.diagonal(len(s) // 2).repeat(2)[:, None], sample[:, None] != sample
    return positive, s[others].view(len(positive), -1)


def log_xi(positive, negatives):
    """v_i = log xi_i: over the negatives alone. With the positive among them, FlatNCE would be InfoNCE."""
    return torch.logsumexp(negatives - positive, 1, keepdim=True)


def info_nce(positive, negatives):
    r"""\log(1 + \xi_i),\quad \xi_i = \sum_{n \in N(i)} e^{s_{in} - s_{ip}}. van den Oord et al., arXiv 1807.03748;
    NT-Xent: Chen et al., arXiv 2002.05709, section 2.1."""
    return F.softplus(log_xi(positive, negatives)).mean()


def flat_nce(positive, negatives):
    r"""\exp\bigl(v_i - \mathrm{sg}(v_i)\bigr),\quad v_i = \log \xi_i = \log \sum_{n \in N(i)} e^{s_{in} - s_{ip}}. Chen
    et al., Simpler, Faster, Stronger: Breaking the log-K curse, arXiv 2107.01152, section 3."""
    v = log_xi(positive, negatives)
    return torch.exp(v - v.detach()).mean()


LOSSES = [
    lambda batch: info_nce(*anchors(batch.logits)),  # InfoNCE
    lambda batch: flat_nce(*anchors(batch.logits)),  # FlatNCE
]


def load_data(device):
    """The page's samples: train, bank (whose labels kNN and the probe see) and queries (which they are asked about)."""
    arrays = {name: torch.from_numpy(x).to(device) for name, x in np.load(HERE / "data.npz").items()}
    return {name: x if x.dim() == 2 else x.long() for name, x in arrays.items()}


def augment(x, noise):
    """Views of points: nothing but noise."""
    return x + 0.02 * noise


def generator(*key, device=DEVICE):
    """Random numbers that are a function of the key: a run repeats, and every process draws the same."""
    return torch.Generator(device).manual_seed(int(np.random.SeedSequence(key).generate_state(1)[0]))


class Learner:
    """One arm with one seed: its network, and what it carries on, by the names of the page's checkpoints."""

    def __init__(self, arm, seed, data):
        self.arm, self.seed, self.data, self.name = arm, seed, data, f"arm{arm}.seed{seed}"
        self.options, self.net = CONFIG["arms"][arm], Network().to(DEVICE)
        self.batch_size = self.options.get("batchSize", CONFIG["batchSize"])
        self.weights = [*self.net.encoder.parameters(), *self.net.projection.parameters()]
        groups = [{"params": self.weights, "weight_decay": CONFIG["optimizer"]["weightDecay"]}]
        self.optimizer = torch.optim.SGD(groups, lr=0.0, momentum=0.9)

    def load(self, tensors, step):
        """Goes on from a file of the page's or of this script's."""
        parts = {"": {}, "carried.": {}, "optimizer.": {}}
        for name, x in tensors.items():
            prefix, _, rest = name.partition(f"{self.name}.")
            if rest:
                parts[prefix][rest] = x.to(DEVICE)
        self.step, self.carried = step, parts["carried."]
        self.net.load_state_dict(parts[""])
        for name, p in self.net.named_parameters():
            self.optimizer.state[p] = {slot: parts["optimizer."][f"{name}.{slot}"].clone() for slot in SLOTS}

    def tensors(self):
        """All that it consists of, by the names of the page."""
        parts = {"": self.net.state_dict(), "carried.": dict(self.carried), "optimizer.": {}}
        for name, p in self.net.named_parameters():
            parts["optimizer."] |= {f"{name}.{slot}": self.optimizer.state[p][slot] for slot in SLOTS}
        return {f"{prefix}{self.name}.{name}": x for prefix, part in parts.items() for name, x in part.items()}

    def draw(self, step, is_probe=False):
        """The samples of a batch, [B], and this process's part of both their views, [2, b, ...]."""
        size, count = self.batch_size, len(self.data["train"])
        epoch, place = divmod(step, count // size)
        order = torch.randperm(count, generator=generator(self.seed, 1 + is_probe, 0, epoch, device="cpu"))
        samples = order[place * size :][:size].to(DEVICE)
        mine, random = samples.chunk(WORLD)[RANK], generator(self.seed, 1 + is_probe, 1, step)
        x = self.data["train"][mine].expand(2, *[-1] * self.data["train"].dim())
        noise = own(torch.randn(2, size, *x.shape[2:], generator=random, device=DEVICE)).flatten(0, 1)
        return samples, augment(x.flatten(0, 1), noise).unflatten(0, (2, -1))

    def temperature(self):
        return torch.tensor(float(self.options.get("temperature", CONFIG["temperature"])), device=DEVICE)

    def learning_rate(self):
        return self.options.get("learningRate", CONFIG["optimizer"]["learningRate"])

    def represent(self, net, views):
        """Embeddings z [2, b, D] of views [2, b, ...]."""
        with torch.autocast(DEVICE.type, torch.bfloat16, enabled=AMP):
            h = net.encoder(views.flatten(0, 1))
            return net.projection(h).float().unflatten(0, (2, -1))

    def differentiate(self, samples, views):
        """The loss of the batch of all processes, and its gradient in every parameter's .grad. As in GradCache (arXiv
        2101.06983): embeddings, the loss of all of them, then the way back through the encoder, part by part."""
        self.net.train()
        for p in self.net.parameters():
            p.grad = torch.zeros_like(p)
        parts = views.chunk(ACCUMULATE, 1)
        with torch.set_grad_enabled(ACCUMULATE == 1):
            outs = [self.represent(self.net, part) for part in parts]
        whole = gather(torch.cat(outs, 1).detach()).requires_grad_()
        batch = batch_of(whole, self.temperature())
        batch.loss = LOSSES[self.arm](batch)
        batch.loss.backward()
        for part, out, gradient in zip(parts, outs, own(whole.grad).chunk(ACCUMULATE, 1)):
            (out if ACCUMULATE == 1 else self.represent(self.net, part)).backward(gradient)
        flat = sum_over_processes(torch.cat([p.grad.flatten() for p in self.weights]))
        nn.utils.vector_to_parameters(flat, [p.grad for p in self.weights])
        return batch

    def update(self):
        """One update on the batch of this step; returns what was measured of it, by the page's names."""
        batch = self.differentiate(*self.draw(self.step))
        measured = measure(batch)
        measured = dict(zip(measured, agreed(torch.stack(list(measured.values()))).tolist()))
        if not math.isfinite(measured["objective"]):
            self.carried["stopped_at"].fill_(self.step)
        for group in self.optimizer.param_groups:
            group["lr"] = self.learning_rate()
        self.optimizer.step()
        self.step += 1
        return measured


@torch.no_grad()
def measure(batch):
    """The page's metrics of a training step, by its names: of the batch's cosines, whatever the loss compares."""
    positive, negatives = anchors(batch.logits)
    v = torch.logsumexp(negatives - positive, 1)
    return {
        "objective": batch.loss.detach(), "infoNce": F.softplus(v).mean(), "logXi": v.mean(),
        "vanishingFactor": torch.sigmoid(v).mean(),
        "ess": (1 / torch.softmax(negatives, 1).square().sum(1)).mean() / negatives.shape[1],
        "contrastiveAccuracy": (negatives.max(1).values < positive[:, 0]).float().mean(),
        "alignment": (batch.u[0] - batch.u[1]).square().sum(1).mean(),
        "collapseStd": batch.u.flatten(0, 1).std(0, unbiased=False).mean(), "temperature": batch.tau.detach(),
    }


def probe_gradient(learner):
    """Variance of the gradient at fixed weights, over fresh batches of the run's own size (Welford's update)."""
    mean, squares = 0.0, 0.0
    for r in range(8):
        learner.differentiate(*learner.draw(64 * learner.step + r, is_probe=True))
        gradient = torch.cat([p.grad.flatten() for p in learner.weights]).double()
        before = gradient - mean
        mean = mean + before / (r + 1)
        squares = squares + before @ (gradient - mean)
    variance, length = squares / 7, mean @ mean
    return {
        "gradientNorm": length.sqrt().item(), "gradientVariance": variance.item(),
        "gradientSnr": ((length - variance / 8) / variance).item(),
        "gradientNoise": (variance / (length + squares / 8)).clamp(max=1).item(),
    }


def probe_scores(bank, known, queries, ridge):
    """Linear probe in closed form: ridge regression of one-hot targets on standardized features."""
    deviation = bank.std(0, unbiased=False).clamp(min=1e-12)
    x, y = (bank - bank.mean(0)) / deviation, (queries - bank.mean(0)) / deviation
    targets, penalty = F.one_hot(known, 10).to(bank), ridge * len(bank) * torch.eye(bank.shape[1]).to(bank)
    return y @ torch.linalg.solve(x.T @ x + penalty, x.T @ targets) + targets.mean(0)


@torch.no_grad()
def evaluate(learner):
    """kNN (Wu et al., arXiv 1805.01978) and linear probe on the features h of samples that nothing is trained on."""
    data, encoder = learner.data, learner.net.eval().encoder
    chunks = [data[name].split(250) for name in ("bank", "queries")]
    bank, queries = (torch.cat([encoder(part) for part in parts]).double() for parts in chunks)
    if not (bank.isfinite().all() and queries.isfinite().all()):
        return dict.fromkeys(("knnAccuracy", "probeAccuracy"), math.nan)
    known, labels = data["bank_labels"], data["query_labels"]
    similar, places = (F.normalize(queries) @ F.normalize(bank).T).topk(min(20, len(bank)))
    votes = torch.zeros(len(queries), 10).to(bank)
    votes.scatter_add_(1, known[places], torch.exp((similar - similar[:, :1]) / 0.1))
    scores = {"knnAccuracy": votes, "probeAccuracy": probe_scores(bank, known, queries, 0.01)}
    return {name: (x.argmax(1) == labels).double().mean().item() for name, x in scores.items()}


def read(path):
    """Tensors by name, the step that they are of, and what was measured of each learner until then."""
    with safe_open(path, "pt") as file:
        names, step = file.keys(), int(file.metadata()["step"])
        tensors = {name: file.get_tensor(name) for name in names}
    rows = tensors.pop("rows", None)
    return tensors, step, {} if rows is None else json.loads(bytes(rows.numpy()))


def write(path, tensors, step, rows=None):
    """Beside its place and then into it, so that whoever stops this leaves a whole file."""
    tensors = {name: x.detach().cpu().clone().contiguous() for name, x in tensors.items()}
    if rows:
        tensors["rows"] = torch.frombuffer(bytearray(json.dumps(rows).encode()), dtype=torch.uint8)
    part = f"{path}.{os.getpid()}.part"
    save_file(tensors, part, {"format": "pt", "step": str(step), "config": json.dumps(CONFIG)})
    os.replace(part, path)


def is_over(rows):
    """Whether a learner has made all steps or is no longer finite."""
    return bool(rows) and (rows[-1]["diverged"] or rows[-1]["step"] >= CONFIG["steps"])


def train(learner, options):
    """To the last step, from where the learner is. Its state and what was measured lie in a file of its own."""
    assert learner.batch_size % WORLD == 0, f"{WORLD} processes cannot divide {learner.batch_size} samples."
    path, rows = options.runs / f"{learner.name}.safetensors", []
    board = SummaryWriter(options.runs / learner.name) if SummaryWriter and RANK == 0 else None
    if options.resume and path.exists():
        tensors, step, kept = read(path)
        learner.load(tensors, step)
        rows = [row for row in kept[learner.name] if row["step"] < step]
    began = time.time() - (rows[-1]["seconds"] if rows else 0)
    while not is_over(rows):
        row, is_stopped = {"step": learner.step, "time": time.time()}, bool(learner.carried["stopped_at"] >= 0)
        is_last = is_stopped or learner.step >= CONFIG["steps"]
        if is_last or learner.step % 50 == 0:
            row |= probe_gradient(learner)
        if is_last or learner.step % 50 == 0:
            row |= evaluate(learner)
        row |= {} if is_last else learner.update()
        row["seconds"] = time.time() - began
        row["diverged"] = bool(learner.carried["stopped_at"] >= 0)
        rows.append({name: x if math.isfinite(x) else None for name, x in row.items()})
        for name, x in row.items() if board else ():
            board.add_scalar(name, x, row["step"])
        if RANK == 0 and (is_over(rows) or learner.step % options.save_every == 0):
            write(path, learner.tensors(), learner.step, {learner.name: rows})
    if board:
        board.close()


def finish(runs):
    """One record and one checkpoint of all learners, once all are over: the page opens both."""
    paths = [runs / f"arm{a}.seed{s}.safetensors" for a in range(len(LOSSES)) for s in SEEDS]
    if RANK > 0 or not all(path.exists() for path in paths):
        return
    tensors, logs, learners, seconds = {}, {}, [], 0
    for part, _, rows in map(read, paths):
        tensors, logs = tensors | part, logs | rows
        seconds += max(own[-1]["seconds"] for own in rows.values())
    if not all(map(is_over, logs.values())):
        return
    others = ("time", "seconds", "diverged")
    for name, rows in logs.items():
        arm, seed = map(int, name[3:].split(".seed"))
        metrics = dict.fromkeys(name for row in rows for name in row if name not in others)
        learners.append({"arm": arm, "seed": seed, "series": {m: [row.get(m) for row in rows] for m in metrics}})
        if rows[-1]["diverged"]:
            step = int(tensors[f"carried.{name}.stopped_at"])
            learners[-1]["stopped"] = {"step": step, "reason": "The loss is not finite."}
    device = torch.cuda.get_device_name() if DEVICE.type == "cuda" else f"CPU, {torch.get_num_threads()} threads"
    record = {
        "schema": 2, "app": {"name": "FlatNCE Playground", "version": "0.1.0"}, "config": CONFIG,
        "environment": {"backend": "pytorch", "adapter": device, "userAgent": f"PyTorch {torch.__version__}"},
        "startedAt": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(min(rows[0]["time"] for rows in logs.values()))),
        "durationMs": 1000 * seconds, "stepsDone": max(rows[-1]["step"] for rows in logs.values()),
        "learners": learners,
    }
    part = HERE / f"record.json.{os.getpid()}.part"
    part.write_text(json.dumps(record))
    os.replace(part, HERE / "record.json")
    tensors["carried.measured_at"] = torch.tensor(-1, dtype=torch.int32)
    steps = {rows[-1]["step"] for rows in logs.values() if not rows[-1]["diverged"]}
    if len(steps) == 1:
        write(HERE / "checkpoint.safetensors", tensors, steps.pop())


def main():
    global ACCUMULATE, AMP
    about = __doc__.replace("%", "%%")
    parser = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--arm", type=int, choices=range(len(LOSSES)), help="this arm alone, counted from 0")
    parser.add_argument("--seed", type=int, choices=SEEDS, help="this seed alone")
    parser.add_argument("--runs", type=Path, default=HERE / "runs", help="where learners are kept")
    parser.add_argument("--resume", action="store_true", help="go on with the learners that are kept")
    parser.add_argument("--save-every", type=int, default=500, metavar="STEPS")
    parser.add_argument("--amp", action="store_true", help="encoders compute in 16 bits")
    parser.add_argument("--onnx", type=Path, metavar="FOLDER", help="write the encoders there, to be used elsewhere")
    parser.add_argument("--accumulate", type=int, default=1, metavar="PARTS", help="parts in which a batch is encoded")
    options = parser.parse_args()
    AMP, ACCUMULATE = options.amp, options.accumulate
    options.runs.mkdir(parents=True, exist_ok=True)
    if DEVICE.type == "cuda":
        torch.cuda.set_device(DEVICE)
    if WORLD > 1:
        dist.init_process_group("nccl" if DEVICE.type == "cuda" else "gloo")
    data = load_data(DEVICE)
    tensors, step, _ = read(HERE / "weights.safetensors")
    for arm in range(len(LOSSES)) if options.arm is None else [options.arm]:
        for seed in SEEDS if options.seed is None else [options.seed]:
            learner = Learner(arm, seed, data)
            learner.load(tensors, step)
            train(learner, options)
            if options.onnx and RANK == 0:
                options.onnx.mkdir(parents=True, exist_ok=True)
                given = {"f": f"{options.onnx}/{learner.name}.onnx", "input_names": ["x"], "dynamic_axes": {"x": [0]}}
                torch.onnx.export(learner.net.eval().encoder, learner.draw(0)[1][0], **given)
    finish(options.runs)
    if WORLD > 1:
        dist.destroy_process_group()


if __name__ == "__main__":
    main()
