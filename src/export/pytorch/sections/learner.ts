import { pytorchModules } from "../../../models/pytorch";
import { pytorchOptimizer } from "../../../optim/pytorch";
import type { ScriptPlan } from "../plan";
import { indented, joined } from "../python";
import { beginning } from "./beginning";
import { drawMethod } from "./data";
import { learningRate, temperature } from "./rates";

/** Where all random numbers come from. */
export const generatorSection = `def generator(*key, device=DEVICE):
    """Random numbers that are a function of the key: a run repeats, and every process draws the same."""
    return torch.Generator(device).manual_seed(int(np.random.SeedSequence(key).generate_state(1)[0]))`;

/** One learner: its network, its optimizer, what it carries from step to step; and its update. */
export function learnerSection(plan: ScriptPlan): string {
  const { definition } = pytorchOptimizer(plan.config.optimizer);
  const methods = [
    construction(plan),
    ...(plan.hasWeights ? [] : [beginning(plan)]),
    loading(plan),
    saving(plan),
    drawMethod(plan),
    temperature(plan),
    learningRate(plan),
  ];
  return `${definition ? `${definition.trim()}\n\n\n` : ""}class Learner:
    """One arm with one seed: its network, and what it carries on, by the names of the page's checkpoints."""

${indented(joined([...methods, represent(plan), differentiate(plan), ...scaling(plan), ...updates(plan)], "\n\n"))}
`;
}

function construction(plan: ScriptPlan): string {
  const { config, rules } = plan;
  return joined([
    `def __init__(self, arm, seed, data):
    self.arm, self.seed, self.data, self.name = arm, seed, data, f"arm{arm}.seed{seed}"
    self.options, self.net = CONFIG["arms"][arm], Network().to(DEVICE)
    self.batch_size = self.options.get("batchSize", CONFIG["batchSize"])`,
    (rules.size > 1 || !rules.has("fixed")) &&
      `    self.rule = self.options.get("temperatureRule", CONFIG["temperatureRule"]["id"])`,
    `    self.weights = [*self.net.encoder.parameters(), *self.net.projection.parameters()]
    groups = [{"params": self.weights, "weight_decay": CONFIG["optimizer"]["weightDecay"]${adapts(plan, "True")}}]`,
    hasBeside(plan) &&
      `    self.beside = [p for name, p in self.net.named_parameters() if name.startswith(("loss", "classifier"))]
    groups.append({"params": self.beside, "weight_decay": 0.0${adapts(plan, "False")}})`,
    `    self.optimizer = ${pytorchOptimizer(config.optimizer).expression}`,
    plan.hasQueue && "    self.keys = copy.deepcopy(self.net).requires_grad_(False)",
    plan.hasHalf &&
      `    self.is_half = AMP and DEVICE.type == "cuda" and self.options.get("precision") == "float16"
    self.scale, self.steady = 2.0**16 if self.is_half else 1.0, 0  # of gradients; updates since`,
  ]);
}

/** Whether numbers are trained beside the encoder: the losses' own, or a classifier. */
function hasBeside({ learned, seesLabels }: ScriptPlan): boolean {
  return learned > 0 || seesLabels;
}

/** LARS is told which parameters it scales. */
function adapts({ config }: ScriptPlan, value: string): string {
  return config.optimizer.id === "lars" ? `, "adapts": ${value}` : "";
}

function list(values: readonly string[]): string {
  return `[${values.join(", ")}]`;
}

function loading(plan: ScriptPlan): string {
  const { slots } = pytorchOptimizer(plan.config.optimizer);
  const since = plan.since > 0 ? ` - ${plan.since}` : "";
  return joined([
    `def load(self, tensors, step):
    """Goes on from a file of the page's or of this script's."""
    parts = {"": {}, "carried.": {}, "optimizer.": {}}
    for name, x in tensors.items():
        prefix, _, rest = name.partition(f"{self.name}.")
        if rest:
            parts[prefix][rest] = x.to(DEVICE)
    self.step, self.carried = step, parts["carried."]
    self.net.load_state_dict(parts[""])`,
    slots.length > 0 &&
      `    for name, p in self.net.named_parameters():
        self.optimizer.state[p] = {slot: parts["optimizer."][f"{name}.{slot}"].clone() for slot in SLOTS}`,
    plan.config.optimizer.id === "adam" &&
      `        self.optimizer.state[p]["step"] = torch.tensor(float(step${since}))`,
    plan.hasQueue &&
      `    keys = {name[12:]: self.carried.pop(name) for name in list(self.carried) if name.startswith("key_encoder.")}
    self.keys.load_state_dict(self.net.state_dict() | keys)`,
  ]);
}

function saving(plan: ScriptPlan): string {
  const { slots } = pytorchOptimizer(plan.config.optimizer);
  return joined([
    `def tensors(self):
    """All that it consists of, by the names of the page."""
    parts = {"": self.net.state_dict(), "carried.": dict(self.carried), "optimizer.": {}}`,
    plan.hasQueue &&
      `    names = [name for name, _ in self.keys.named_parameters() if name.startswith(("encoder", "projection"))]
    parts["carried."] |= {f"key_encoder.{name}": self.keys.get_parameter(name) for name in names}`,
    slots.length > 0 &&
      `    for name, p in self.net.named_parameters():
        parts["optimizer."] |= {f"{name}.{slot}": self.optimizer.state[p][slot] for slot in SLOTS}`,
    `    return {f"{prefix}{self.name}.{name}": x for prefix, part in parts.items() for name, x in part.items()}`,
  ]);
}

/** Arms whose loss is of labels. */
function supervised({ arms }: ScriptPlan): string {
  return list(arms.flatMap(({ objective }, arm) => (objective.kind === "labels" ? [String(arm)] : [])));
}

function represent(plan: ScriptPlan): string {
  const { seesLabels, hasHalf } = plan;
  return `def represent(self, net, views):
    """Embeddings z [2, b, D] of views [2, b, ...]${seesLabels ? "; features h where the loss is of labels" : ""}."""
    with torch.autocast(DEVICE.type, ${hasHalf ? "torch.float16 if self.is_half else " : ""}torch.bfloat16, enabled=AMP):
        h = net.encoder(views.flatten(0, 1))
        return ${seesLabels ? `(h if self.arm in ${supervised(plan)} else net.projection(h))` : "net.projection(h)"}.float().unflatten(0, (2, -1))`;
}

function differentiate(plan: ScriptPlan): string {
  const { learned, hasMemory, hasQueue, seesLabels, isRounded } = plan;
  const { hasBatchNorm } = pytorchModules(plan.encoder);
  // In float16 gradients are scaled on their way through the encoder, so that small ones do not vanish.
  const scaled = (x: string, operator: string) => (plan.hasHalf ? `${x} ${operator} self.scale` : x);
  return joined([
    `def differentiate(self, samples, views):
    """The loss of the batch of all processes, and its gradient in every parameter's .grad. As in GradCache (arXiv
    2101.06983): embeddings, the loss of all of them, then the way back through the encoder${hasBatchNorm ? "" : ", part by part"}."""`,
    isRounded && `    FORMAT.update(of=FORMATS.get(self.options.get("precision")))`,
    `    self.net.train()
    for p in self.net.parameters():
        p.grad = torch.zeros_like(p)`,
    hasBatchNorm
      ? `    out = self.represent(self.net, views)
    whole = gather(out.detach()).requires_grad_()`
      : `    parts = views.chunk(ACCUMULATE, 1)
    with torch.set_grad_enabled(ACCUMULATE == 1):
        outs = [self.represent(self.net, part) for part in parts]
    whole = gather(torch.cat(outs, 1).detach()).requires_grad_()`,
    seesLabels
      ? `    is_supervised = self.arm in ${supervised(plan)}
    with torch.no_grad():
        z = self.net.projection(whole) if is_supervised else None
    batch = batch_of(z if is_supervised else whole, self.temperature())
    batch.scores = self.net.classifier(whole.flatten(0, 1)) if is_supervised else None
    batch.labels = self.data["train_labels"][samples].repeat(2)`
      : "    batch = batch_of(whole, self.temperature())",
    learned > 0 && "    batch.learned = self.net.loss.learned[1:]",
    hasMemory && readMemory(plan),
    hasQueue &&
      `    with torch.no_grad():
        keys = [F.normalize(self.represent(self.keys, part), dim=2) for part in ${hasBatchNorm ? "[views]" : "parts"}]
    batch.keys, batch.entries = gather(torch.cat(keys, 1)), self.carried["queue.entries"]`,
    `    batch.loss = LOSSES[self.arm](batch)
    batch.loss.backward()`,
    hasBatchNorm
      ? `    out.backward(${scaled("own(whole.grad)", "*")})`
      : `    for part, out, gradient in zip(parts, outs, own(whole.grad).chunk(ACCUMULATE, 1)):
        (out if ACCUMULATE == 1 else self.represent(self.net, part)).backward(${scaled("gradient", "*")})`,
    `    flat = sum_over_processes(torch.cat([p.grad.flatten() for p in self.weights]))${scaled("", "/")}
    nn.utils.vector_to_parameters(flat, [p.grad for p in self.weights])`,
    hasBeside(plan) &&
      `    for p in self.beside:
        p.grad = agreed(p.grad)`,
    hasMemory && "    batch.samples = samples",
    "    return batch",
  ]);
}

/** What objectives keep: of each view of each sample, or of a learner. */
function memoryKinds({ arms }: ScriptPlan): ReadonlySet<string> {
  return new Set(arms.flatMap(({ objective }) => objective.memory ?? []));
}

function readMemory(plan: ScriptPlan): string {
  const kinds = memoryKinds(plan);
  const read = `    batch.memory = self.carried.get("memory")`;
  if (!kinds.has("sample")) return read;
  return `${read}
    if batch.memory is not None${kinds.has("learner") ? " and batch.memory.dim() > 0" : ""}:
        batch.memory = batch.memory[:, samples].view(-1, 1)`;
}

function writeMemory(plan: ScriptPlan): string {
  const kinds = memoryKinds(plan);
  const ofSamples = `self.carried["memory"][:, batch.samples] = agreed(batch.memory.view(2, -1))`;
  const ofLearner = `self.carried["memory"] = agreed(batch.memory)`;
  if (kinds.size < 2) return `    if batch.memory is not None:\n        ${kinds.has("sample") ? ofSamples : ofLearner}`;
  return `    if batch.memory is not None and batch.memory.dim() == 0:
        ${ofLearner}
    elif batch.memory is not None:
        ${ofSamples}`;
}

/** How the gradient's scale in float16 follows what it meets. */
function scaling({ hasHalf, config }: ScriptPlan): string[] {
  if (!hasHalf) return [];
  return [ADAPTED, RESUMED, ...(config.gradientProbe.every > 0 ? [PROBED] : [])];
}

const ADAPTED = `def is_finite(self):
    return all(p.grad.isfinite().all() for p in self.weights)

def adapt_scale(self):
    """As torch.cuda.amp.GradScaler: an overflow halves the scale, and 2,000 updates without any double it."""
    is_finite = self.is_finite()
    self.steady = self.steady + 1 if is_finite else 0
    if not is_finite:
        self.scale /= 2
    elif self.steady % 2000 == 0:
        self.scale *= 2
    return is_finite`;

const RESUMED = `def resume_scale(self, rows):
    """Goes on with the scale after the last of the rows."""
    for row in rows[-1:] if self.is_half else ():
        self.scale, self.steady = row.get("scale", self.scale), row.get("steady", self.steady)`;

/** The scale has an end, since some gradients are not finite at any. */
const PROBED = `def differentiate_finitely(self, samples, views):
    """For a probe, which leaves no batch out: once more at half the scale, as long as the gradient overflows."""
    loss = agreed(self.differentiate(samples, views).loss.detach())
    while self.is_half and loss.isfinite() and self.scale > 2**-16 and not self.is_finite():
        self.scale /= 2
        self.differentiate(samples, views)`;

/** Where arms wait for one another's gradients, an update has two parts. */
function updates(plan: ScriptPlan): string[] {
  if (!plan.config.optimizer.matchGradientNorm) return [update(plan, gradient(plan), "def update(self):")];
  const own = `def gradient(self):
    """The batch of this step, whose gradient is then every parameter's .grad."""
${gradient(plan)}
    return batch`;
  return [own, update(plan, null, `def update(self, batch${mayWait(plan) ? ", waits=False" : ""}):`)];
}

/** Whether arms leave an update out because the first one does, whose gradient overflowed in float16. */
export function mayWait({ config, arms }: ScriptPlan): boolean {
  return config.optimizer.matchGradientNorm && arms[0]?.arm.precision === "float16";
}

function gradient({ encoder }: ScriptPlan): string {
  const { hasBatchNorm } = pytorchModules(encoder);
  return joined([
    hasBatchNorm && "    BatchNorm.moves = True",
    "    batch = self.differentiate(*self.draw(self.step))",
    hasBatchNorm && "    BatchNorm.moves = False",
  ]);
}

function update(plan: ScriptPlan, gradient: string | null, signature: string): string {
  const { hasMemory, hasQueue, hasHalf, rules, config } = plan;
  const { minimum, maximum, target, gain } = config.temperatureRule;
  return joined([
    `${signature}
    """One update on the batch of this step; returns what was measured of it, by the page's names."""`,
    gradient,
    `    measured = measure(batch)
    measured = dict(zip(measured, agreed(torch.stack(list(measured.values()))).tolist()))
    if not math.isfinite(measured["objective"]):
        self.carried["stopped_at"].fill_(self.step)`,
    rules.has("ess") &&
      `    if self.rule == "ess":  # 1 / tau grows where more than the target of the negatives carries the gradient
        factor = self.carried["temperature_factor"] * (${1 + gain} if measured["ess"] > ${target} else ${1 - gain})
        self.carried["temperature_factor"] = factor.clamp(self.base() / ${maximum}, self.base() / ${minimum})`,
    hasMemory && writeMemory(plan),
    hasQueue &&
      `    rows = (self.step * self.batch_size + torch.arange(self.batch_size, device=DEVICE)) % ${config.queue.size}
    self.carried["queue.entries"][rows] = batch.keys[1]`,
    `    for group in self.optimizer.param_groups:
        group["lr"] = self.learning_rate()
    ${hasHalf ? `if ${mayWait(plan) ? "(not self.is_half or self.adapt_scale()) and not waits" : "not self.is_half or self.adapt_scale()"}:\n        ` : ""}self.optimizer.step()`,
    rules.has("learned") &&
      `    if self.rule == "learned":  # back to where tau is within its bounds
        self.net.loss.learned.data[0].clamp_(math.log(self.base() / ${maximum}), math.log(self.base() / ${minimum}))`,
    hasQueue &&
      `    for key, p in zip(self.keys.parameters(), self.net.parameters()):
        key.lerp_(p.data, ${Number((1 - config.queue.momentum).toPrecision(12))})`,
    "    self.step += 1",
    hasHalf && `    measured |= {"scale": self.scale, "steady": self.steady} if self.is_half else {}`,
    "    return measured",
  ]);
}
