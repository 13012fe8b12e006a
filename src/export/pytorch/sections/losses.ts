import type { ArmConfig } from "../../../config/schema";
import { FORMATS } from "../../../engine/numberFormats";
import { type ObjectiveId, objectiveOf, settingsOf } from "../../../objectives";
import { formulaOf, HELPERS, pytorchLoss } from "../../../objectives/pytorch";
import type { Objective } from "../../../objectives/types";
import type { ScriptPlan } from "../plan";
import { docstring, indented, literal, snakeCase } from "../python";

/** The objectives' functions, and which arm calls which of them on what. */
export function lossSection(plan: ScriptPlan): string {
  const losses = plan.arms.map(({ arm }) => functionOf(arm));
  const helpers = new Set(losses.flatMap(({ loss }) => loss.helpers ?? []));
  const inPrecision = (code: string) =>
    plan.isRounded
      ? code
          .replaceAll(/torch[.]logsumexp(?=.*keepdim)/g, "logsumexp")
          .replace("(negatives - positive, 1, keepdim=True)", ROUNDED_CONTRASTS)
      : code;
  const functions = new Map(losses.map(({ name, code }) => [name, code]));
  const lines = plan.arms.map(({ arm, label }) => {
    const { source, id } = objectiveOf(arm.objective);
    const about = formulaOf(id as ObjectiveId) === id ? label : `${label}: ${source}`;
    return `lambda batch: ${callOf(arm, plan)},  # ${about}${isRoughlyRounded(arm) ? NOT_ROUNDED : ""}`;
  });
  return [
    ...(plan.isRounded ? [ROUNDED_LOGSUMEXP.trim()] : []),
    ...[...helpers].map((id) => inPrecision(HELPERS[id].trim())),
    ...[...functions.values()].map(inPrecision),
    `LOSSES = [\n${indented(lines.join("\n"))}\n]\n`,
  ].join("\n\n\n");
}

const NOT_ROUNDED = "; what is special to its formula is not rounded, unlike on the page";

/** Formulas with steps of their own that the page rounds, beside logits and logsumexp. */
const SPECIAL: ReadonlySet<ObjectiveId> = new Set(["dclw", "debiased", "hardNegative", "triplet"]);

function isRoughlyRounded({ objective, precision = "float32" }: ArmConfig): boolean {
  return SPECIAL.has(objective) && precision !== "float32";
}

/** What a loss is given by its kind. */
const GIVEN: Record<Objective["kind"], string[]> = {
  anchor: ["positive", "negatives"],
  pairs: ["f"],
  embeddings: ["first", "second"],
  labels: ["scores", "labels"],
};

function functionOf(arm: ArmConfig) {
  const formula = objectiveOf(formulaOf(arm.objective));
  const phi = settingsOf(arm).phi;
  const loss = pytorchLoss(arm.objective, phi);
  const name = nameOf(arm);
  const parameters = [...GIVEN[formula.kind], ...(loss.asks ?? []), ...Object.keys(formula.options).map(snakeCase)];
  const about =
    formula.id === "custom" ? `phi(v) = ${phi}. ${formula.source}.` : `${formula.formula}. ${formula.source}.`;
  const code = `def ${name}(${parameters.join(", ")}):\n    ${indented(docstring(about)).trimStart()}\n${indented(loss.body)}`;
  return { loss, name, code };
}

/** A formula's function; of typed formulas one each. */
function nameOf(arm: ArmConfig): string {
  const name = snakeCase(formulaOf(arm.objective));
  return arm.objective === "custom" ? `custom_${checksum(settingsOf(arm).phi)}` : name;
}

/** A few letters that tell formulas apart. */
function checksum(text: string): string {
  let sum = 0;
  for (const letter of text) sum = (31 * sum + (letter.codePointAt(0) as number)) >>> 0;
  return sum.toString(36);
}

function callOf(arm: ArmConfig, plan: ScriptPlan): string {
  const objective = objectiveOf(arm.objective);
  const asked = { tau: "batch.tau.detach()", learned: "batch.learned", batch: "batch" };
  const options = Object.entries(settingsOf(arm).options).map(([name, value]) => `${snakeCase(name)}=${value}`);
  const extra = pytorchLoss(arm.objective, settingsOf(arm).phi).asks ?? [];
  const given = [givenTo(objective, plan), ...extra.map((what) => asked[what]), ...options];
  return `${nameOf(arm)}(${given.join(", ")})`;
}

function givenTo(objective: Objective, { hasQueue }: ScriptPlan): string {
  switch (objective.kind) {
    case "anchor": {
      if (hasQueue) return `*queued(batch${objective.pairing === "oneWay" ? ", one_way=True" : ""})`;
      const pairing = objective.pairing === "allViews" ? "" : `, ${literal(snakeCase(objective.pairing))}`;
      return `*anchors(batch.${SIMILARITIES[objective.similarity]}${pairing})`;
    }
    case "pairs":
      return `pairs(batch.${SIMILARITIES[objective.similarity]})`;
    case "embeddings":
      return objective.space === "raw" ? "*batch.z" : "*batch.u";
    case "labels":
      return "batch.scores, batch.labels";
  }
}

const SIMILARITIES = { logit: "logits", cosine: "cosines", dot: "products" } as const;

/** Whatever the rounded weights of the negatives sum to, the positive's is 1, as the page has it. */
const ROUNDED_CONTRASTS = "(negatives - positive.detach(), 1, keepdim=True) + positive.detach() - positive";

const ROUNDED_LOGSUMEXP = `
def logsumexp(x, dim, keepdim):
    """With the differences, their exponentials, the sum and the softmax each rounded, as low precision has them."""
    if not FORMAT["of"]:
        return torch.logsumexp(x, dim, keepdim)
    differences = rounded(x.detach())
    largest = differences.amax(dim, keepdim)
    terms = rounded(rounded(differences - largest).exp())
    total = rounded(terms.sum(dim, keepdim))
    return largest + total.log() + (rounded(terms / total) * (x - x.detach())).sum(dim, keepdim)`;

/** On one line where there is but one entry. */
function dict(entries: readonly string[]): string {
  return entries.length > 1 ? `{\n${entries.map((entry) => `    ${entry},`).join("\n")}\n}` : `{${entries.join()}}`;
}

/** Rounding to a format narrower than float32; which one is the arm's that trains. */
export function roundingSection({ arms }: ScriptPlan): string {
  const used = Object.entries(FORMATS).filter(([id]) => arms.some(({ arm }) => arm.precision === id));
  const formats = used.map(
    ([id, { digits, minExponent, largest, saturates }]) =>
      `${literal(id)}: (${digits}, ${minExponent}, ${largest}, ${saturates ? "True" : "False"})`,
  );
  return `# Bits of the significand, smallest exponent, largest number, whether what lies beyond becomes that one.
FORMATS = ${dict(formats)}
FORMAT = {"of": None}  # that of the arm that trains; None is float32


def rounded(x):
    """To the nearest number of the format, ties to even."""
    if not FORMAT["of"]:
        return x
    digits, smallest, largest, saturates = FORMAT["of"]
    unit = torch.ldexp(torch.ones_like(x), (torch.frexp(x)[1] - 1).clamp(min=smallest) + 1 - digits)
    y = torch.round(x / unit) * unit
    beyond = y.sign() * (largest if saturates else math.inf)
    return torch.where(y.abs() > largest, beyond, y)


def round_both(x, count=1):
    """Rounds a number, and its gradient on the way back, before the mean over \`count\` anchors is taken of it."""
    if FORMAT["of"] and x.requires_grad:
        x.register_hook(lambda gradient: rounded(gradient * count) / count)
    return x + (rounded(x) - x).detach()
`;
}
