import { nodeWasmFolder, provideWebGpu } from "../../src/cli/nodeBackend";
import type { Backend, Contender, Library } from "./case";
import type { Answer, Question } from "./node";

/** One contender of `npm run bench -- --node`, asked by messages of its parent. Arguments: library, backend. */

const CONTENDERS: Record<Library, () => Promise<Contender>> = {
  ours: async () => (await import("./contenders/ours")).oursContender(nodeWasmFolder()),
  tfjs: async () => (await import("./contenders/tfjs")).tfjsContender(),
  jax: async () => (await import("./contenders/jax")).jaxContender(),
};

const [library, backend] = process.argv.slice(2) as [Library, Backend];
await provideWebGpu();
const contender = await CONTENDERS[library]();
process.on("message", ({ what, steps }: Question) =>
  reply(async () => ({ round: await contender.round(what, steps) })),
);
await reply(async () => ({ adapter: await contender.start(backend) }));

async function reply(work: () => Promise<Answer>): Promise<void> {
  const answer = await work().catch((error) => ({ error: error instanceof Error ? error.message : String(error) }));
  process.send?.(answer);
}
