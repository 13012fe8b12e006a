import type { ScriptPlan } from "../plan";
import { joined } from "../python";

/** How a learner begins where none goes along: as the page's do, but from random numbers of the script's own. */
export function beginning(plan: ScriptPlan): string {
  const { seesLabels, hasQueue, hasMemory, rules, config, encoder } = plan;
  return joined([
    `def begin(self):
    """He-normal weights and biases of 0, from the seed alone: the same for all arms."""
    random = generator(self.seed, 0, device="cpu")
    for name, p in self.net.named_parameters():
        if p.dim() > 1:
            p.data.copy_(torch.randn(p.shape, generator=random) * math.sqrt(2 / p[0].numel()))
        elif name.endswith("bias"):
            p.data.zero_()`,
    seesLabels && "    self.net.classifier.weight.data.zero_()",
    `    self.step, self.carried = 0, {"stopped_at": torch.tensor(-1, dtype=torch.int32)}`,
    config.gradientProbe.every > 0 && `    self.carried["noise_scale_averages"] = torch.zeros(2, dtype=torch.float64)`,
    hasMemory && memories(plan),
    rules.has("ess") && `    self.carried["temperature_factor"] = torch.ones((), device=DEVICE)`,
    hasQueue &&
      `    self.keys.load_state_dict(self.net.state_dict())
    entries = torch.randn(${config.queue.size}, ${encoder.embeddingSize}, generator=random)
    self.carried["queue.entries"] = F.normalize(entries, dim=1).to(DEVICE)`,
    `    for p in self.net.parameters():
        self.optimizer.state[p] = {slot: torch.zeros_like(p) for slot in SLOTS}`,
    config.optimizer.id === "adam" && `        self.optimizer.state[p]["step"] = torch.tensor(0.0)`,
  ]);
}

/** By arm, of those whose objective keeps something. */
function memories({ arms }: ScriptPlan): string {
  const shapes = { sample: '(2, len(self.data["train"]))', learner: "()" };
  const kept = arms.flatMap(({ objective: { memory } }, arm) => (memory ? `${arm}: ${shapes[memory]}` : []));
  return `    shape = {${kept.join(", ")}}.get(self.arm)
    if shape is not None:
        self.carried["memory"] = torch.full(shape, -1e9, device=DEVICE)`;
}
