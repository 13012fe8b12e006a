import { PYTORCH_METRICS } from "../../../metrics/pytorch";
import type { ScriptPlan } from "../plan";
import { indented, joined, literal, wrapped } from "../python";

/** What is measured: of every step, of gradients at fixed weights, of held-out samples. */
export function measureSection(plan: ScriptPlan): string {
  return joined(
    [stepMetrics(), plan.config.gradientProbe.every > 0 && probe(plan), isEvaluated(plan) && heldOut(plan)],
    "\n\n\n",
  );
}

/** Ranks of embeddings, as expressions of z [n, D], centered as c; measured where a rule for the run's end goes by one. */
const RANKS: Readonly<Record<string, string>> = {
  effectiveRank: "(-(shares * shares.log()).sum()).exp()",
  participationRatio: "c.square().sum() ** 2 / (c.T @ c).square().sum()",
};

function rankOf({ config, stops }: ScriptPlan): string | null {
  const { metric } = config.stop;
  return stops.length > 0 && metric in RANKS ? metric : null;
}

/** Accuracies are measured where there are labels. */
export function isEvaluated(plan: ScriptPlan): boolean {
  return plan.config.evaluation.every > 0 && (plan.data.hasLabels || rankOf(plan) !== null);
}

function stepMetrics(): string {
  const entries = Object.entries(PYTORCH_METRICS).map(([id, code]) => `${literal(id)}: ${code},`);
  return `@torch.no_grad()
def measure(batch):
    """The page's metrics of a training step, by its names: of the batch's cosines, whatever the loss compares."""
    positive, negatives = anchors(batch.logits)
    v = torch.logsumexp(negatives - positive, 1)
    return {
${indented(wrapped(entries, 2), 2)}
    }`;
}

function probe({ config, hasHalf }: ScriptPlan): string {
  const { microBatches } = config.gradientProbe;
  return `def probe_gradient(learner):
    """Variance of the gradient at fixed weights, over fresh batches of the run's own size (Welford's update)."""
    mean, squares = 0.0, 0.0
    for r in range(${microBatches}):
        learner.${hasHalf ? "differentiate_finitely" : "differentiate"}(*learner.draw(64 * learner.step + r, is_probe=True))
        gradient = torch.cat([p.grad.flatten() for p in learner.weights]).double()
        before = gradient - mean
        mean = mean + before / (r + 1)
        squares = squares + before @ (gradient - mean)
    variance, length = squares / ${microBatches - 1}, mean @ mean
    return {
        "gradientNorm": length.sqrt().item(), "gradientVariance": variance.item(),
        "gradientSnr": ((length - variance / ${microBatches}) / variance).item(),
        "gradientNoise": (variance / (length + squares / ${microBatches})).clamp(max=1).item(),
    }`;
}

/** kNN and linear probe, or a rank, or both. */
function heldOut(plan: ScriptPlan): string {
  const accuracies = plan.data.hasLabels ? accuracy(plan) : null;
  const metric = rankOf(plan);
  const rank = metric && rankFunction(plan, metric, accuracies ? "rank" : "evaluate");
  return joined([rank, accuracies], "\n\n\n");
}

function rankFunction({ data }: ScriptPlan, metric: string, name: string): string {
  const input = data.shape.length === 3 ? "part.float() / 127.5 - 1" : "part";
  return `@torch.no_grad()
def ${name}(learner):
    """Directions that the embeddings z of held-out samples use."""
    net = learner.net.eval()
    parts = [${input} for part in learner.data["queries"].split(250)]
    z = torch.cat([net.projection(net.encoder(part)) for part in parts]).double()
    if not z.isfinite().all():
        return {"${metric}": math.nan}
    ${metric === "effectiveRank" ? "shares = torch.linalg.svdvals(z)\n    shares = shares / shares.sum() + 1e-7  # RankMe, arXiv 2210.02885" : "c = z - z.mean(0)"}
    return {"${metric}": (${RANKS[metric]}).item()}`;
}

function accuracy(plan: ScriptPlan): string {
  const { config, data } = plan;
  const { knn, linearProbe } = config.evaluation;
  const parts = "data[name].split(250)";
  const chunks = data.shape.length === 3 ? `[part.float() / 127.5 - 1 for part in ${parts}]` : parts;
  return `def probe_scores(bank, known, queries, ridge):
    """Linear probe in closed form: ridge regression of one-hot targets on standardized features."""
    deviation = bank.std(0, unbiased=False).clamp(min=1e-12)
    x, y = (bank - bank.mean(0)) / deviation, (queries - bank.mean(0)) / deviation
    targets, penalty = F.one_hot(known, ${data.classes}).to(bank), ridge * len(bank) * torch.eye(bank.shape[1]).to(bank)
    return y @ torch.linalg.solve(x.T @ x + penalty, x.T @ targets) + targets.mean(0)


@torch.no_grad()
def evaluate(learner):
    """kNN (Wu et al., arXiv 1805.01978) and linear probe on the features h of samples that nothing is trained on."""
    data, encoder = learner.data, learner.net.eval().encoder
    chunks = [${chunks} for name in ("bank", "queries")]
    bank, queries = (torch.cat([encoder(part) for part in parts]).double() for parts in chunks)
    if not (bank.isfinite().all() and queries.isfinite().all()):
        return dict.fromkeys(("knnAccuracy", "probeAccuracy"), math.nan)
    known, labels = data["bank_labels"], data["query_labels"]
    similar, places = (F.normalize(queries) @ F.normalize(bank).T).topk(min(${knn.k}, len(bank)))
    votes = torch.zeros(len(queries), ${data.classes}).to(bank)
    votes.scatter_add_(1, known[places], torch.exp((similar - similar[:, :1]) / ${knn.temperature}))
${linearProbe.search ? CHOSEN : ""}    scores = {"knnAccuracy": votes, "probeAccuracy": probe_scores(bank, known, queries, ${linearProbe.search ? "ridge" : linearProbe.ridge})}
    return {name: (x.argmax(1) == labels).double().mean().item() for name, x in scores.items()}${rankOf(plan) ? " | rank(learner)" : ""}`;
}

/** As metrics/math/ridgeSearch.ts chooses it. */
const CHOSEN = `    held, tried = torch.arange(len(bank), device=bank.device) % 5 == 4, []
    for ridge in (1e-4, 1e-3, 1e-2, 1e-1, 1.0):  # chosen on a fifth of the bank; of equals the strongest
        scores = probe_scores(bank[~held], known[~held], bank[held], ridge)
        tried.append(((scores.argmax(1) == known[held]).sum().item(), ridge))
    ridge = max(tried)[1]
`;
