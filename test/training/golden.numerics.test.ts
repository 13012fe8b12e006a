import { isDeepStrictEqual } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { OBJECTIVE_IDS } from "../../src/objectives";
import { describeOnEachBackend } from "../support/backends";
import { GOLDEN_CASES, type GoldenCase } from "../support/golden/cases";
import { differences, fingerprint, type Golden, readGolden, writeGolden } from "../support/golden/file";
import { type GoldenBackend, type Measured, runGolden } from "../support/golden/run";
import { IS_THOROUGH } from "../support/thorough";

/**
 * Runs of every kind against what they gave before: a change that is meant to leave every number alone has to leave these.
 * `RECORD_GOLDEN=1` records them anew (test/fixtures/README.md).
 */

/** What WebAssembly's kernels give is compared within a tolerance with what TensorFlow.js's operations gave; in `npm test`, of some. */
const ON_KERNELS = IS_THOROUGH ? Object.keys(GOLDEN_CASES) : ["objectives, fused 1", "options, fused"];
/** The numbers recorded on WASM are the references'. */
const KERNELS = { wasm: "reference", webgpu: undefined } as const;

/** Compiling every program on a software adapter, on a busy machine. */
const TIMEOUT = 300_000;
const IS_RECORDING = process.env.RECORD_GOLDEN !== undefined;

describe("the recorded runs", () => {
  it("pass through every objective", () => {
    const used = Object.values(GOLDEN_CASES).flatMap(({ config }) => config.arms.map(({ objective }) => objective));
    expect(new Set(used)).toEqual(new Set(OBJECTIVE_IDS));
  });
});

describeOnEachBackend(
  "a run gives the numbers that were recorded",
  (name) => {
    const backend = name as GoldenBackend;
    const cases = Object.entries(GOLDEN_CASES).filter(([, { only }]) => only === undefined || only === backend);
    if (IS_RECORDING) record(backend, cases);
    else compare(backend, cases);
  },
  IS_THOROUGH || IS_RECORDING ? ["wasm", "webgpu"] : ["wasm"],
);

type Cases = [name: string, golden: GoldenCase][];

function record(backend: GoldenBackend, cases: Cases): void {
  const recorded: Record<string, Measured> = {};
  it.each(cases)(
    "%s",
    async (name, golden) => {
      recorded[name] = await runGolden(golden, backend, KERNELS[backend]);
    },
    TIMEOUT,
  );
  afterAll(async () => {
    if (Object.keys(recorded).length === cases.length) await writeGolden(backend, recorded);
  });
}

function compare(backend: GoldenBackend, cases: Cases): void {
  let file: Golden;
  let exact: boolean;
  beforeAll(async () => {
    file = readGolden(backend);
    const here = await fingerprint(backend);
    exact = isDeepStrictEqual(here, file.recordedOn);
    if (!exact) console.info("Compared within a tolerance: recorded on", file.recordedOn, "and run on", here);
  });
  it("and no others were recorded", () => {
    expect(Object.keys(file.cases)).toEqual(cases.map(([name]) => name));
  });
  it.each(cases)(
    "%s",
    async (name, golden) => {
      const recorded = file.cases[name] ?? { layers: "", series: {} };
      expect(differences(await runGolden(golden, backend, KERNELS[backend]), recorded, { exact, ...golden })).toEqual(
        [],
      );
    },
    TIMEOUT,
  );
  if (backend === "wasm") compareKernels(cases);
}

function compareKernels(cases: Cases): void {
  it.each(cases.filter(([name]) => ON_KERNELS.includes(name)))(
    "%s, by kernels, within rounding",
    async (name, golden) => {
      const recorded = readGolden("wasm").cases[name] ?? { layers: "", series: {} };
      const measured = await runGolden(golden, "wasm", "fused");
      expect(differences(measured, recorded, { exact: false, ...golden })).toEqual([]);
    },
    TIMEOUT,
  );
}
