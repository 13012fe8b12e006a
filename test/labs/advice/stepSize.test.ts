import { describe, expect, it } from "vitest";
import { factsOf } from "../../../src/labs/advice/answer/facts";
import { measuredOf } from "../../../src/labs/advice/answer/sentences";
import { stepSizeOf } from "../../../src/labs/advice/answer/stepSize";
import { adviceConfig, adviceRows, type Learner } from "../../support/labs/advice";

const advice = adviceConfig();

function found(accuracy: (learner: Learner) => number | null) {
  const measured = measuredOf(factsOf(advice, adviceRows(advice, { accuracy })));
  if (!measured) throw new Error("There is nothing to answer by.");
  return stepSizeOf(measured);
}

/** Little scatter, that intervals are there. */
const noise = (seed: number) => [0.001, -0.001, 0, 0.0005, -0.0005][seed % 5] ?? 0;
const gain = ({ arm, seed }: Learner, value: number) => (arm === "infoNce" ? 0 : value + noise(seed));

describe("whether a gap is one of step size", () => {
  it("is only that, where it is gone once each loss has its own rate", () => {
    const only = found((learner) => {
      const { rate, tau } = learner;
      return 0.6 + (tau === 0.1 ? 0.05 : 0) + 0.02 * rate + gain(learner, rate === 0.3 ? 0.04 : 0);
    });
    expect(only).toMatchObject({
      conclusion: "only",
      equal: { verdict: "yes", tau: 0.1, learningRate: 0.3 * 0.02 },
      own: { verdict: "same" },
    });
    expect(only?.equal.difference.difference).toBeCloseTo(0.04, 2);
  });

  it("may be one of temperature as well, where the losses chose different ones", () => {
    const setting = found((learner) => {
      const { arm, rate, tau } = learner;
      const own = tau === (arm === "infoNce" ? 0.1 : 0.5) ? 0.05 : 0;
      return 0.6 + own + 0.02 * rate + gain(learner, rate === 0.3 && tau === 0.1 ? 0.09 : 0);
    });
    expect(setting).toMatchObject({ conclusion: "setting", equal: { tau: 0.1 } });
  });

  it("is more, where it stays, and nothing where there is none at the smallest rate", () => {
    expect(found((learner) => 0.6 + 0.02 * learner.rate + gain(learner, 0.04))?.conclusion).toBe("more");
    expect(found((learner) => 0.6 + 0.02 * learner.rate + gain(learner, 0))?.conclusion).toBe("noGap");
  });

  it("is open, where the smallest rate does not decide", () => {
    const open = found((learner) => {
      const { arm, rate, seed } = learner;
      return 0.6 + 0.02 * rate + (rate === 0.3 && arm !== "infoNce" ? (seed % 2 ? 0.2 : -0.1) : gain(learner, 0.04));
    });
    expect(open?.conclusion).toBe("open");
  });

  it("is not said where nothing was measured at the smallest rate", () => {
    expect(found((learner) => (learner.rate === 0.3 ? null : 0.6 + gain(learner, 0.04)))).toBeNull();
  });
});
