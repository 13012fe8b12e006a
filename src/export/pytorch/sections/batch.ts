import type { ScriptPlan } from "../plan";
import { indented, joined } from "../python";

/** The whole batch as losses and metrics see it, and how views become anchors and pairs. */
export function batchSection(plan: ScriptPlan): string {
  return joined(
    [batch(plan), anchorFunction(plan), hasPairs(plan) && pairFunction(plan), plan.hasQueue && queued(plan)],
    "\n\n\n",
  );
}

function hasPairs({ arms }: ScriptPlan): boolean {
  return arms.some(({ objective }) => objective.kind === "pairs");
}

function batch({ arms }: ScriptPlan): string {
  const hasProducts = arms.some(({ objective }) => "similarity" in objective && objective.similarity === "dot");
  return joined([
    `def batch_of(z, tau):
    """Embeddings z [2, B, D] of both views of all samples, and their similarities [2B, 2B]; u = z / |z|."""
    batch = SimpleNamespace(z=z, u=F.normalize(z, dim=2), tau=tau)
    batch.cosines = batch.u.flatten(0, 1) @ batch.u.flatten(0, 1).T
    batch.logits = batch.cosines / tau`,
    hasProducts && "    batch.products = z.flatten(0, 1) @ z.flatten(0, 1).T",
    "    return batch",
  ]);
}

function queued({ isRounded, arms }: ScriptPlan): string {
  const isOneWay = arms.some(({ objective }) => objective.kind === "anchor" && objective.pairing === "oneWay");
  const round = (x: string) => (isRounded ? `round_both(${x}, len(u))` : x);
  return joined([
    `def queued(batch${isOneWay ? ", one_way=False" : ""}):
    """MoCo, arXiv 1911.05722, section 3.2: the positive is the key of the other view, the negatives are the queue."""
    u, keys = batch.u.flatten(0, 1), batch.keys.flip(0).flatten(0, 1)`,
    isOneWay && "    if one_way:\n        u, keys = batch.u[0], batch.keys[1]",
    `    positive, negatives = (u * keys).sum(1, keepdim=True) / batch.tau, u @ batch.entries.T / batch.tau
    return ${round("positive")}, ${round("negatives")}`,
  ]);
}

const PAIRINGS: Readonly<Record<string, string>> = {
  bothWays: `if pairing == "both_ways":
    others &= view[:, None] != view`,
  sameView: `if pairing == "same_view":
    others &= view[:, None] == view`,
  oneWay: `if pairing == "one_way":
    others &= (view[:, None] == 0) & (view == 1)
    positive = positive[: len(s) // 2]`,
};

function anchorFunction({ arms, isRounded }: ScriptPlan): string {
  const pairings = Object.keys(PAIRINGS).filter((pairing) =>
    arms.some(({ objective }) => objective.kind === "anchor" && objective.pairing === pairing),
  );
  const body = [
    ...(pairings.length > 0 ? ["view = torch.arange(2, device=s.device).repeat_interleave(len(s) // 2)"] : []),
    "sample = torch.arange(len(s) // 2, device=s.device).repeat(2)",
    "positive, others = s.diagonal(len(s) // 2).repeat(2)[:, None], sample[:, None] != sample",
    ...pairings.map((pairing) => PAIRINGS[pairing] as string),
    ...(isRounded
      ? [
          "negatives = s[others].view(len(positive), -1)",
          "return round_both(positive, len(positive)), round_both(negatives, len(positive))",
        ]
      : ["return positive, s[others].view(len(positive), -1)"]),
  ];
  return `def anchors(s${pairings.length > 0 ? ', pairing="all_views"' : ""}):
    """Of similarities s [2B, 2B] those of every anchor with its other view, [A, 1], and with its negatives, [A, M]."""
${indented(body.join("\n"))}`;
}

function pairFunction({ isRounded }: ScriptPlan): string {
  const f = "s[: len(s) // 2, len(s) // 2 :]";
  return `def pairs(s):
    """Of similarities s [2B, 2B] those of first and second views, [B, B]."""
    return ${isRounded ? `round_both(${f}, len(s) // 2)` : f}`;
}
