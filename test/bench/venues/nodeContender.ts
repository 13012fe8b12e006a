import { nodeWasmFolder, provideWebGpu } from "../../../src/cli/nodeBackend";
import type { Backend, Contender, Library } from "../case";
import type { Answer, Question } from "./node";
import { profiled } from "./profile";

/** One contender in a process of Node.js, asked by messages of its parent. Arguments: library, backend. */

const CONTENDERS: Partial<Record<Library, () => Promise<Contender>>> = {
  ours: async () => (await import("../contenders/ours")).oursContender(nodeWasmFolder()),
  tfjs: async () => (await import("../contenders/tfjs")).tfjsContender(nodeWasmFolder()),
  jax: async () => (await import("../contenders/jax")).jaxContender(),
  ort: async () => (await import("../contenders/ort")).ortContender(),
};

const [library, backend] = process.argv.slice(2) as [Library, Backend];
const load = CONTENDERS[library];
if (!load) throw new Error(`${library} does not run in Node.js.`);
await provideWebGpu();
// Libraries of browsers ask for it; Node.js has one from version 21 on.
if (!navigator.userAgent) Object.assign(navigator, { userAgent: `Node.js/${process.versions.node}` });
const contender = await load();
process.on("message", (question: Question) => reply(() => answerTo(question)));
await reply(async () => ({ adapter: await contender.start(backend) }));

async function answerTo(question: Question): Promise<Answer> {
  if (question === "release") {
    await contender.release();
    return { released: true };
  }
  const { what, steps, isProfiled } = question;
  const work = () => contender.round(what, steps);
  return isProfiled ? { shares: await profiled(work) } : { round: await work() };
}

async function reply(work: () => Promise<Answer>): Promise<void> {
  const answer = await work().catch((error) => ({ error: error instanceof Error ? error.message : String(error) }));
  process.send?.(answer);
}
