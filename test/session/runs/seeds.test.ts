import { describe, expect, it } from "vitest";
import { defaults } from "../../../src/config/parse";
import { seedNumbers } from "../../../src/config/seeds";
import { furtherSeeds, otherSeeds } from "../../../src/session/runs/seeds";

const config = { ...defaults(), seed: 1, seeds: 3 };
const run = (seed: number, seeds = 3, patch = {}) => ({ config: { ...config, ...patch, seed, seeds } });

describe("the seeds of another run", () => {
  it("follow all that were run with the same settings", () => {
    expect(furtherSeeds(config, [])).toEqual({ seed: 4 });
    expect(furtherSeeds(config, [run(4), run(20, 2)])).toEqual({ seed: 22 });
    expect(furtherSeeds(config, [run(50, 3, { batchSize: 8 })])).toEqual({ seed: 4 });
  });

  it("take a gap where none follow", () => {
    const last = 0xffff_ffff;
    expect(furtherSeeds({ ...config, seed: last, seeds: 1 }, [run(0, 2)])).toEqual({ seed: 2 });
    expect(furtherSeeds({ ...config, seed: last - 4 }, [])).toEqual({ seed: 0 });
  });

  it("are drawn elsewhere, and never ones that were run", () => {
    const draws = [4e-9, 0.5];
    const { seed } = otherSeeds(config, [run(4)], () => draws.shift() ?? 0);
    expect(seed).toBe(5e8);
    const taken = new Set([1, 2, 3, 4, 5, 6]);
    const always = otherSeeds(config, [run(4)], () => 4e-9);
    expect(seedNumbers({ ...config, ...always }).some((one) => taken.has(one))).toBe(false);
  });
});
