import { PlaygroundError } from "../i18n/errors";
import { say } from "../i18n/message";
import { anchorObjective } from "./define";
import { type Phi, parsePhi } from "./phi";
import { texts } from "./phi/errors";

/** The function that an arm without one begins with: InfoNCE's. */
export const DEFAULT_PHI = "log(1 + exp(v))";

/**
 * Any increasing function of log xi as a loss. By the chain rule its gradient is FlatNCE's, grad v, times phi'(v): a loss of
 * this kind is a choice of how much an anchor counts, and nothing else.
 */
export const custom = anchorObjective({
  id: "custom",
  label: "Own function",
  formula: String.raw`\varphi(v_i),\quad v_i = \log \xi_i,\quad \nabla \varphi(v_i) = \varphi'(v_i)\, \nabla v_i`,
  summary:
    "Your own loss, typed as a formula. Type how it depends on v = log \u03be; its derivative is the weight of an anchor.",
  source: "FlatNCE, arXiv 2107.01152, section 3, by the chain rule",
  group: { id: "subject", place: 50 },
  phi: DEFAULT_PHI,
  rows: ({ logXi, weights }, { phi }) => {
    const { value, derivative } = knownPhi(phi).tensor(logXi);
    return { value, positive: derivative.neg(), negatives: weights.mul(derivative) };
  },
  wgsl: ({ phi }) => {
    const { value, derivative } = knownPhi(phi).wgsl;
    return {
      form: "softmax",
      over: "negatives",
      row: /* wgsl */ `
      let slope = ${derivative};
      return LogitGradient(${value}, -slope, slope);`,
    };
  },
  anchorWeight: (logXi, { phi }) => {
    const result = parsePhi(phi);
    return result.ok ? result.phi.derivative(logXi) : Number.NaN;
  },
});

/** @throws Error with the reason, where the config did not refuse the text before */
function knownPhi(text: string): Phi {
  const result = parsePhi(text);
  if (!result.ok) throw new PlaygroundError(say(texts.ofText, { text, problem: result.said }));
  return result.phi;
}
