import { describe, expect, it } from "vitest";
import { defaults } from "../../src/config/parse";
import type { ExperimentConfig } from "../../src/config/schema";
import type { DatasetSummary } from "../../src/data/types";
import { translateAll } from "../../src/i18n/translate";
import { METRICS } from "../../src/metrics";
import type { Run } from "../../src/session/run";
import { texts } from "../../src/ui/charts/texts";
import { waitingText as waitingFor } from "../../src/ui/charts/waiting";

const { waiting } = translateAll(texts);
const config = defaults();
const unmeasured = {
  ...config,
  gradientProbe: { ...config.gradientProbe, every: 0 },
  evaluation: { ...config.evaluation, every: 0 },
};
const at = (state: Run["state"], step: number) => ({ state, step, dataset: null as DatasetSummary | null });

function waitingText(
  metric: Parameters<typeof waitingFor>[0],
  experiment: ExperimentConfig,
  run: ReturnType<typeof at> | null,
  more: { starting?: boolean; isMeasured?: boolean } = {},
) {
  return waitingFor(metric, experiment, { run, starting: false, isMeasured: false, ...more });
}

describe("waitingText", () => {
  it("says how to begin, and how often a probe measures", () => {
    expect(waitingText(METRICS.infoNce, config, null)).toBe(waiting.step);
    expect(waitingText(METRICS.infoNce, config, at("paused", 0))).toBe(waiting.step);
    expect(waitingText(METRICS.probeAccuracy, config, at("paused", 0))).toContain("every 100 steps");
    expect(waitingText(METRICS.gradientNoise, config, at("paused", 0))).toContain("every 50 steps");
  });

  it("says what goes on before the first value", () => {
    expect(waitingText(METRICS.infoNce, config, at("running", 0))).toBe(waiting.untrained);
    expect(waitingText(METRICS.infoNce, unmeasured, at("running", 0))).toBe(waiting.firstStep);
    expect(waitingText(METRICS.infoNce, config, at("running", 1))).toBe(waiting.soon);
  });

  it("says when the encoders are fine-tuned, and where that is turned off", () => {
    expect(waitingText(METRICS.fineTunedAccuracy, config, at("running", 3))).toBe(waiting.off);
    const tuned = {
      ...config,
      evaluation: { ...config.evaluation, fineTune: { ...config.evaluation.fineTune, steps: 5 } },
    };
    expect(waitingText(METRICS.fineTunedAccuracy, tuned, at("running", 3))).toBe(waiting.atEnd({ step: "1,000" }));
    const dataset = { labeled: false } as DatasetSummary;
    expect(waitingText(METRICS.fineTunedAccuracy, tuned, { ...at("running", 3), dataset })).toBe(waiting.unlabeled);
  });

  it("asks nobody to press play while a run is prepared or trains, or when it is over", () => {
    const { infoNce, gradientNoise, probeAccuracy } = METRICS;
    for (const metric of [infoNce, gradientNoise, probeAccuracy]) {
      expect(waitingText(metric, config, at("paused", 0), { starting: true })).toBe(waiting.preparing);
      expect(waitingText(metric, config, at("running", 20))).toBe(waiting.soon);
      expect(waitingText(metric, config, at("finished", 20))).toBe(waiting.never);
      expect(waitingText(metric, config, at("failed", 20))).toBe(waiting.never);
    }
  });

  it("says of what is measured but not drawn that it is, and not how to begin", () => {
    expect(waitingText(METRICS.infoNce, config, at("paused", 20), { isMeasured: true })).toBe(waiting.outOfView);
  });

  it("says why nothing will come", () => {
    expect(waitingText(METRICS.probeAccuracy, unmeasured, at("running", 0))).toBe(waiting.off);
    const dataset = { labeled: false } as DatasetSummary;
    expect(waitingText(METRICS.knnAccuracy, config, { ...at("running", 3), dataset })).toBe(waiting.unlabeled);
    expect(waitingText(METRICS.infoNce, config, { ...at("paused", 0), dataset })).toBe(waiting.step);
    const single = { ...config, arms: config.arms.slice(0, 1) };
    expect(waitingText(METRICS.gradientCosine, single, at("running", 3))).toBe(waiting.oneArm);
    expect(waitingText(METRICS.gradientNoise, single, at("running", 3))).toBe(waiting.soon);
    const apart = { ...config, gradientProbe: { ...config.gradientProbe, common: false } };
    expect(waitingText(METRICS.commonGradientNoise, apart, at("running", 3))).toBe(waiting.off);
    expect(waitingText(METRICS.commonGradientNoise, config, at("running", 3))).toBe(waiting.soon);
  });
});
