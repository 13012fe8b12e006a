import { Session } from "node:inspector/promises";

/** Where the time of some work goes on this thread of Node.js, by sampling. */
export interface Shares {
  wasm: number;
  garbage: number;
  /** JavaScript and what the engine does for it. */
  rest: number;
}

const INTERVAL_US = 200;

/** Does some work under the profiler. @returns shares that add up to 1 */
export async function profiled(work: () => Promise<unknown>): Promise<Shares> {
  const session = new Session();
  session.connect();
  try {
    await session.post("Profiler.enable");
    await session.post("Profiler.setSamplingInterval", { interval: INTERVAL_US });
    await session.post("Profiler.start");
    await work();
    const { profile } = await session.post("Profiler.stop");
    return sharesOf(profile);
  } finally {
    session.disconnect();
  }
}

interface Profile {
  nodes: { callFrame: { functionName: string; url: string }; hitCount?: number }[];
}

function sharesOf({ nodes }: Profile): Shares {
  const of = (is: (frame: Profile["nodes"][number]["callFrame"]) => boolean) =>
    nodes.reduce((sum, { callFrame, hitCount = 0 }) => sum + (is(callFrame) ? hitCount : 0), 0);
  const busy = of(({ functionName }) => functionName !== "(idle)");
  const wasm = of(({ url }) => url.startsWith("wasm://")) / busy;
  const garbage = of(({ functionName }) => functionName === "(garbage collector)") / busy;
  return { wasm, garbage, rest: 1 - wasm - garbage };
}
