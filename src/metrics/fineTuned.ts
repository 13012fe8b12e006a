import type { Diagnostic } from "./types";

export const fineTunedDiagnostic: Diagnostic = {
  id: "fineTunedAccuracy",
  cadence: "evaluation",
  label: "Fine-tuned accuracy",
  formula: String.raw`\operatorname{mean}\bigl[\arg\max_c\, (W^\top h_{\theta'} + b)_c = y\bigr],\quad (\theta', W, b) \leftarrow \min\ \mathrm{CE}\ \text{from}\ (\theta, 0, 0)`,
  guide:
    "Share of held-out samples that a copy of the encoder gets right after being trained on with a few labels, at the end of the run.",
  source: "Fine-tuning on few labels: SimCLR, arXiv 2002.05709, section 6 (semi-supervised learning)",
  unit: "",
  domain: [0, 1],
  positive: true,
  better: "higher",
};
