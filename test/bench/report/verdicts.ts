import type { BenchCase } from "../case";
import type { Measured } from "../measure";
import { aligned } from "./markdown";
import { nameOf, peersOf } from "./tables";

/** What the run says of the goals, and where this project loses. */

type Is = Partial<Omit<BenchCase, "arms">> & { learners?: number; mixed?: boolean };
interface Goal {
  what: string;
  goal: string;
  /** What was measured, and whether it is enough; null where a part of it is missing. */
  reached: (find: (is: Is) => Timed | null) => { value: string; isMet: boolean } | null;
}
type Timed = Extract<Measured, { rounds: number }>;

const WASM = { backend: "wasm", engine: "chromium", library: "ours", kernels: "fused" } satisfies Is;
const TORCH = { library: "torch", backend: "cpu" } satisfies Is;
const GPU = { backend: "webgpu", engine: "chromium", library: "ours", kernels: "fused" } satisfies Is;

const GOALS: Goal[] = [
  {
    what: "`points`, 6 learners, WASM: the reference operations' time over this one",
    goal: "at least 6",
    reached: (find) =>
      quotient(
        find({ ...WASM, step: "points", kernels: "reference" }),
        find({ ...WASM, step: "points" }),
        (q) => q >= 6,
      ),
  },
  {
    what: "`points`, 6 learners, WASM in Node.js: JavaScript of a step, by sampling",
    goal: "at most 0.3 ms",
    reached: (find) => {
      const found = find({ ...WASM, engine: "node", step: "points" });
      if (!found?.shares) return null;
      const ms = found.shares.rest * found.round.msPerStep;
      return { value: `${ms.toFixed(2)} ms`, isMet: ms <= 0.3 };
    },
  },
  atMost("mlp", 1),
  atMost("cnn", 1.5),
  atMost("resnet", 2),
  learners("mlp"),
  learners("cnn"),
  dispatches("mlp", { mixed: true }, 32),
  dispatches("cnn", { mixed: true }, 48),
  dispatches("mlp", { queue: 256 }, 36),
  {
    what: "JavaScript of a step of two learners, Firefox",
    goal: "under 0.5 ms",
    reached: (find) => {
      const found = find({ ...GPU, engine: "firefox", step: "mlp", learners: 2 });
      const ms = found?.round.jsMsPerStep;
      return ms === undefined || ms === null ? null : { value: `${ms.toFixed(2)} ms`, isMet: ms < 0.5 };
    },
  },
];

function atMost(step: "mlp" | "cnn" | "resnet", most: number): Goal {
  return {
    what: `\`${step}\`, 1 learner, WASM, over PyTorch on one thread`,
    goal: `at most ${most}`,
    reached: (find) => quotient(find({ ...WASM, step, learners: 1 }), find({ ...TORCH, step }), (q) => q <= most),
  };
}

function learners(step: "mlp" | "cnn"): Goal {
  return {
    what: `\`${step}\`, 16 learners over 2, WASM`,
    goal: "at most 8",
    reached: (find) =>
      quotient(find({ ...WASM, step, learners: 16 }), find({ ...WASM, step, learners: 2 }), (q) => q <= 8),
  };
}

function dispatches(step: "mlp" | "cnn", is: Is, most: number): Goal {
  return {
    what: `\`${step}\`, ${is.mixed ? "a mix of objectives with a supervised arm" : "a queue"}, dispatches`,
    goal: `at most ${most}`,
    reached: (find) => {
      const count = find({ ...GPU, step, ...is })?.round.dispatchesPerStep;
      return count === undefined || count === null ? null : { value: String(count), isMet: count <= most };
    },
  };
}

function quotient(above: Timed | null, below: Timed | null, isMet: (q: number) => boolean) {
  if (!above || !below) return null;
  const q = above.round.msPerStep / below.round.msPerStep;
  return { value: q.toFixed(2), isMet: isMet(q) };
}

/** The goals that this run can say something of. */
export function goalsText(measured: readonly Measured[]): string {
  const find = (is: Is) => measured.find((one): one is Timed => "round" in one && matches(one, is)) ?? null;
  const rows = GOALS.flatMap(({ what, goal, reached }) => {
    const found = reached(find);
    return found ? [[what, goal, found.value, found.isMet ? "yes" : "no"]] : [];
  });
  return rows.length === 0 ? "" : `### Goals\n\n${aligned([["", "goal", "measured", "reached"], ...rows])}\n`;
}

function matches({ what, round }: Timed, { learners, mixed = false, queue = 0, task = "train", ...is }: Is): boolean {
  const same = Object.entries(is).every(([key, value]) => what[key as keyof BenchCase] === value);
  const isMixed = what.arms.includes("supervised");
  return (
    same &&
    what.task === task &&
    what.queue === queue &&
    isMixed === mixed &&
    (learners === undefined || round.learners === learners)
  );
}

/** Where a peer is faster, by the tables of this run: kept, since a table of victories alone says little. */
export function lossesText(tables: readonly { title: string; measured: readonly Measured[] }[]): string {
  const losses = tables.flatMap(({ title, measured }) => lossesOf(title, measured));
  const text = losses.length > 0 ? losses.join("\n") : "Nowhere in this run.";
  return `### Where this project is slower\n\nPer learner, against the fastest of each peer in the same table.\n\n${text}\n`;
}

function lossesOf(title: string, group: readonly Measured[]): string[] {
  const peers = peersOf(group);
  return group.flatMap((one) => {
    if (!("round" in one) || one.what.library !== "ours") return [];
    const { msPerStep, learners } = one.round;
    const faster = peers.filter(({ ms }) => ms < msPerStep / learners);
    const said = faster.map(({ name, ms }) => `${(msPerStep / learners / ms).toFixed(2)} x ${name}`);
    return said.length > 0 ? [`- ${title}, ${nameOf(one.what)}: ${said.join(", ")}`] : [];
  });
}
