import { afterEach, beforeAll, expect, it } from "vitest";
import { compileKernels } from "../../../../scripts/kernels";
import { hasRelaxedSimd, type LoadedKernels, loadKernels } from "../../../../src/engine/wasm/kernels";
import { Board } from "../../../../src/engine/wasm/threads/board";
import { rangesOf } from "../../../../src/engine/wasm/threads/shares";
import { Team } from "../../../../src/engine/wasm/threads/team";
import { NodeThreads } from "../../../support/wasm/nodeThreads";

/** Threads that share a memory and work out one product together, again and again. */

const [SAMPLES, INPUTS, OUTPUTS] = [16, 24, 40];
/** Bytes: x, w, bias, scratch, and the product. */
const [X, W, B, PACKED, Y] = [1024, 8192, 16_384, 32_768, 65_536];

const memory = new WebAssembly.Memory({ initial: 4, maximum: 65_536, shared: true });
let loaded: LoadedKernels;
let alone: Float32Array;
const started: { team: Team | null; threads: NodeThreads }[] = [];

const product = () => new Float32Array(memory.buffer, Y, SAMPLES * OUTPUTS);
const shares = (threads: number) =>
  rangesOf({ units: OUTPUTS / 8, work: 1 }, { threads, leastWork: 0 }).map((range) => [
    ...[X, W, B, Y, PACKED, 1, 1, SAMPLES, INPUTS, OUTPUTS, 1],
    ...range,
  ]);

async function start(cores: number, { script, withinMs = 60_000 }: { script?: string; withinMs?: number } = {}) {
  const threads = new NodeThreads();
  const { kernels, build } = loaded;
  const team = await Team.start(kernels, { build, memory }, { cores, spawn: threads.spawn(script), withinMs });
  started.push({ team, threads });
  return { team, threads };
}

function expectProduct(team: Team, times: number): void {
  const bytes = (values: Float32Array) => Buffer.from(values.slice().buffer);
  for (let i = 0; i < times; i++) {
    product().fill(Number.NaN);
    team.run("denseForward", shares(1 + (i % 5)));
    expect(bytes(product()).equals(bytes(alone)), `run ${i}`).toBe(true);
  }
}

beforeAll(async () => {
  await compileKernels([hasRelaxedSimd() ? "kernels-shared-relaxed.wasm" : "kernels-shared.wasm"]);
  loaded = await loadKernels(memory);
  for (const [from, size] of [[X, SAMPLES * INPUTS] as const, [W, INPUTS * OUTPUTS] as const, [B, OUTPUTS] as const])
    new Float32Array(memory.buffer, from, size).forEach((_, i, values) => {
      values[i] = Math.sin(from + 3 * i);
    });
  loaded.kernels.denseForward?.(...(shares(1)[0] as number[]));
  alone = product().slice();
});

afterEach(async () => {
  for (const { team, threads } of started.splice(0)) {
    team?.close();
    await threads.gone();
  }
});

it("gives what one thread gives, to the bit, however a call is divided", async () => {
  const { team } = await start(3);
  expect(team?.threads).toBe(3);
  expectProduct(team as Team, 2000);
});

it("leaves no thread behind once it is closed, asleep or not", async () => {
  const { team, threads } = await start(3);
  await new Promise((resolve) => setTimeout(resolve, 20));
  team?.close();
  await threads.gone();
  expect(threads.workers.map(({ threadId }) => threadId)).toEqual([-1, -1]);
});

it("goes on with those that are left when a thread dies", async () => {
  const { team, threads } = await start(3);
  await threads.workers[0]?.terminate();
  expectProduct(team as Team, 100);
  await threads.workers[1]?.terminate();
  expectProduct(team as Team, 100);
});

it("does without threads that cannot begin", async () => {
  const { team, threads } = await start(2, { script: "throw new Error()" });
  expect(team).toBeNull();
  await threads.gone();
});

it("does without threads that do not begin in time, and ends them", async () => {
  const { team, threads } = await start(2, { script: "for (;;);", withinMs: 50 });
  expect(team).toBeNull();
  await threads.gone();
});

it("says when a kernel fails, and works on", async () => {
  const { team } = await start(2);
  const far = shares(2).map((share) => [0xffff_0000, ...share.slice(1)]);
  expect(() => team?.run("denseForward", far)).toThrow("failed");
  expectProduct(team as Team, 10);
});

it("lets nobody begin who came too late", () => {
  const board = new Board();
  const done: number[] = [];
  board.decide(0, false);
  const perform = () => {
    // While a job is there for whoever may take a share of it.
    if (done.length === 0) new Board(board.memory).serve(() => done.push(0), 0);
    done.push(1);
  };
  board.run(0, [[1], [2]], perform, 1000);
  expect(done).toEqual([1, 1]);
});

it("does not wait for ever for a share whose thread is gone", () => {
  const board = new Board();
  const left = new Int32Array(board.memory.state);
  const done: number[] = [];
  const perform = (_: number, [share]: readonly number[]) => {
    done.push(share as number);
    // Another thread takes the next share, and is never heard of again.
    if (done.length === 1) Atomics.sub(left, 0, 1);
  };
  expect(() => board.run(0, [[1], [2], [3]], perform, 20)).toThrow("does not answer");
  expect(done).toEqual([3, 1]);
});
