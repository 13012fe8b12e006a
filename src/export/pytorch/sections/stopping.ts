import { watchesMetric } from "../../../config/stopRules";
import { metricOf } from "../../../metrics";
import type { ScriptPlan } from "../plan";
import { joined } from "../python";

/** The run's own rules for its end, as training/stopping has them. */
export function stoppingSection({ config, stops }: ScriptPlan): string {
  const { metric } = config.stop;
  const isHigher = metricOf(metric).better !== "lower";
  const watches = watchesMetric(config.stop);
  return joined([
    `class EarlyStopping:
    """Ends the run by the settings' \`stop\`; what it goes by has the names of the page's checkpoints."""

    def __init__(self, tensors):
        self.best = tensors.get("carried.stop.best", torch.full([len(LOSSES)], math.nan)).tolist()
        self.stale = int(tensors.get("carried.stop.stale", 0))
        self.judged_at = int(tensors.get("carried.measured_at", -1))
        self.began = time.time() - float(tensors.get("carried.stop.trained_ms", 0)) / 1000

    def tensors(self):
        return {
            "carried.stop.best": torch.tensor(self.best, dtype=torch.float64),
            "carried.stop.stale": torch.tensor(self.stale, dtype=torch.int32),
            "carried.measured_at": torch.tensor(self.judged_at, dtype=torch.int32),
            "carried.stop.trained_ms": torch.tensor(1000 * (time.time() - self.began), dtype=torch.float64),
        }

    def judge(self, step, measured):
        """The rule that ends the run at this step, or None, by the rows of the learners that still train."""
        place, stop = 0, CONFIG["stop"]`,
    watches &&
      `        values = [[] for _ in LOSSES]
        for learner, row in measured:
            x = float(np.float32(row.get("${metric}", math.nan)))  # as the page keeps it
            values[learner.arm] += [x] if math.isfinite(x) else []
        means = [sum(own) / len(own) if own else math.nan for own in values]
        if step > self.judged_at and any(map(math.isfinite, means)):
            pairs = list(zip(means, self.best))
            self.best = [mean if math.isnan(mean + best) else ${isHigher ? "max" : "min"}(mean, best) for mean, best in pairs]
            is_better = any(math.isfinite(new) and new != old for new, (_, old) in zip(self.best, pairs))
            self.stale = 0 if is_better else self.stale + 1`,
    "        self.judged_at = step",
    stops.includes("minutes") &&
      `        if 0 < 60 * stop["minutes"] <= time.time() - self.began:
            place = 1`,
    stops.includes("patience") &&
      `        if 0 < stop["patience"] <= self.stale:
            place = 2`,
    stops.includes("target") &&
      `        trained = [best for best in self.best if math.isfinite(best)]
        if stop["target"] > 0 and trained and ${isHigher ? 'min(trained) >= stop["target"]' : 'max(trained) <= stop["target"]'}:
            place = 3`,
    `        return [None, "minutes", "patience", "target"][agreed(torch.tensor(place, device=DEVICE))]`,
  ]);
}
