import { expect, it } from "vitest";
import { composedNames, environmentRecord, environmentSchema } from "../../src/record/environment";
import { ENVIRONMENT, tinyConfig } from "../support/experiment";

const OWN = { ...ENVIRONMENT, backend: "webgpu", kernels: "fused" } as const;

it("says in a document which arms had no kernel, where there were some", () => {
  const composed = environmentRecord({ ...OWN, composed: [1] });
  expect(environmentSchema.parse(JSON.parse(JSON.stringify(composed)))).toMatchObject({ composed: [1] });
  expect(environmentSchema.parse(environmentRecord(OWN))).not.toHaveProperty("composed");
});

it("names them as the page does", () => {
  const config = tinyConfig({
    arms: [
      { objective: "infoNce" },
      { objective: "custom", phi: "v + 0.1*exp(v)" },
      { objective: "flatNce", label: "F" },
    ],
  });
  expect(composedNames({ composed: [1, 2] }, config)).toBe("v + 0.1*exp(v) and F");
  expect(composedNames({}, config)).toBeNull();
});
