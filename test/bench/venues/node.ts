import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { softwareVulkan } from "../../../scripts/softwareVulkan";
import type { Backend, BenchCase, Library, Round, StartedContender, Venue } from "../case";
import type { Shares } from "./profile";

const PROCESS = fileURLToPath(new URL("./nodeContender.ts", import.meta.url));

/** What a contender's process answers. */
export type Answer =
  | { adapter: string }
  | { round: Round }
  | { shares: Shares }
  | { released: true }
  | { error: string };
export type Question = { what: BenchCase; steps: number; isProfiled?: boolean } | "release";

/** Every contender has a process of its own, with WebGPU through Dawn. */
export class NodeVenue implements Venue {
  readonly name = `Node.js ${process.version}`;
  private readonly processes: ChildProcess[] = [];
  private readonly gpu: boolean;

  /** @param gpu the machine's own adapter rather than the one that computes on the CPU */
  constructor(gpu: boolean) {
    this.gpu = gpu;
  }

  async contender(library: Library, backend: Backend): Promise<StartedContender> {
    const env = this.gpu ? process.env : { ...process.env, ...softwareVulkan() };
    const child = fork(PROCESS, [library, backend], { env, stdio: ["ignore", "ignore", "inherit", "ipc"] });
    this.processes.push(child);
    const ask = (question: Question) => {
      child.send(question);
      return answer(child);
    };
    const started = await answer(child);
    return {
      adapter: (started as { adapter: string }).adapter,
      round: async (what: BenchCase, steps: number) => ((await ask({ what, steps })) as { round: Round }).round,
      shares: async (what, steps) => ((await ask({ what, steps, isProfiled: true })) as { shares: Shares }).shares,
      release: async () => void (await ask("release")),
      close: () => void child.kill("SIGKILL"),
    };
  }

  async close(): Promise<void> {
    for (const child of this.processes) child.kill("SIGKILL");
  }
}

/** The next message of a process that is still there. */
async function answer(child: ChildProcess): Promise<Answer> {
  const listening = new AbortController();
  const { signal } = listening;
  const message = once(child, "message", { signal }).then(([message]) => message as Answer);
  const exit = once(child, "exit", { signal }).then(([code]) => ({ error: `its process ended with ${code}` }));
  // Whichever loses is told to stop listening, and rejects.
  exit.catch(() => undefined);
  message.catch(() => undefined);
  const first = await Promise.race([message, exit]);
  listening.abort();
  if ("error" in first) throw new Error(first.error);
  return first;
}
