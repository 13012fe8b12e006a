import type { Norm } from "../../../models/layers";
import { blockClass, pytorchModules } from "../../../models/pytorch";
import type { ScriptPlan } from "../plan";
import { indented, wrapped } from "../python";

/** The encoder and what is trained beside it, as one module. */
export function networkSection({ config, encoder, learned, seesLabels, data }: ScriptPlan): string {
  const modules = pytorchModules(encoder);
  const beside = [
    ...(learned > 0 ? ["self.loss = nn.Module()", `self.loss.learned = nn.Parameter(torch.zeros(${learned}))`] : []),
    ...(seesLabels ? [`self.classifier = nn.Linear(${encoder.featureSize}, ${data.classes})`] : []),
  ];
  return `${modules.hasBatchNorm ? BATCH_NORM : ""}${modules.hasBlocks ? blocks(config.encoder.norm) : ""}class Network(nn.Module):
    """The encoder, whose features h are evaluated, and the projection, whose z the losses compare."""

    def __init__(self):
        super().__init__()
        self.encoder = ${sequential(modules.encoder)}
        self.projection = ${sequential(modules.projection)}${beside.map((line) => `\n        ${line}`).join("")}
`;
}

/** On one line where it fits. */
function sequential(modules: readonly string[]): string {
  const line = `nn.Sequential(${modules.join(", ")})`;
  if (line.length < 90) return line;
  return `nn.Sequential(\n${indented(
    wrapped(
      modules.map((code) => `${code},`),
      3,
    ),
    3,
  )}\n        )`;
}

/** Groups of 8 channels, or of the next larger divisor of their number (models/layers.ts). */
const GROUP_NORM = `def group_norm(channels):
    size = next(size for size in range(min(8, channels), channels + 1) if channels % size == 0)
    return nn.GroupNorm(channels // size, channels)


`;

function blocks(norm: Norm): string {
  return `${norm === "group" ? GROUP_NORM : ""}${blockClass(norm)}\n\n\n`;
}

const BATCH_NORM = `class BatchNorm(nn.Module):
    """Batch normalization of the first views and of the second ones apart, over the batch of all processes together."""

    moves = False  # training steps alone move the running statistics, once for both views

    def __init__(self, channels):
        super().__init__()
        self.weight, self.bias = nn.Parameter(torch.ones(channels)), nn.Parameter(torch.zeros(channels))
        self.register_buffer("running_mean", torch.zeros(channels))
        self.register_buffer("running_var", torch.ones(channels))

    def forward(self, x):
        if not self.training:
            return F.batch_norm(x, self.running_mean, self.running_var, self.weight, self.bias)
        views = x.float().reshape(2, len(x) // 2, x.shape[1], -1)
        mean = sum_over_processes(views.mean((1, 3), keepdim=True)) / WORLD
        variance = sum_over_processes((views - mean).square().mean((1, 3), keepdim=True)) / WORLD
        if self.moves:
            count = WORLD * views.shape[1] * views.shape[3]
            self.running_mean.lerp_(mean.detach().mean(0).flatten(), 0.1)
            self.running_var.lerp_(variance.detach().mean(0).flatten() * count / (count - 1), 0.1)
        views = (views - mean) * torch.rsqrt(variance + 1e-5) * self.weight[:, None] + self.bias[:, None]
        return views.reshape(x.shape)


`;
