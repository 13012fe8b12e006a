import { type ChildProcessWithoutNullStreams, execFile, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { standardStep } from "../../../src/training/benchmark/standardSteps";
import type { Backend, BenchCase, Library, Round, StartedContender, Venue } from "../case";

/** PyTorch: a process for one thread, one for all, one for CUDA, which take rounds as lines of JSON. */

const PROGRAM = fileURLToPath(new URL("./torch_peer.py", import.meta.url));
/** The first that has PyTorch; a distribution's packages are seen by its own interpreter alone. */
const INTERPRETERS = [process.env.PYTHON, "python3", "/usr/bin/python3", "python"];
const ONE_THREAD = { OMP_NUM_THREADS: "1", OPENBLAS_NUM_THREADS: "1", MKL_NUM_THREADS: "1" };

type Timed = Pick<Round, "msPerStep" | "work">;
type Answer = { adapter: string } | { round: Timed } | { error: string };

export class PythonVenue implements Venue {
  readonly name: string;
  private readonly interpreter: string;
  private readonly processes: ChildProcessWithoutNullStreams[] = [];

  private constructor(interpreter: string, version: string) {
    this.interpreter = interpreter;
    this.name = `PyTorch ${version}`;
  }

  /** @throws where PyTorch is not installed */
  static async open(): Promise<PythonVenue> {
    for (const interpreter of INTERPRETERS) {
      const version = interpreter ? await torchVersion(interpreter) : null;
      if (interpreter && version) return new PythonVenue(interpreter, version);
    }
    throw new Error("PyTorch is not installed (no Python here imports torch)");
  }

  async contender(_: Library, backend: Backend): Promise<StartedContender> {
    const env = { ...process.env, ...(backend === "cpu" ? ONE_THREAD : {}) };
    const child = spawn(this.interpreter, [PROGRAM, backend], { env, stdio: ["pipe", "pipe", "pipe"] });
    this.processes.push(child);
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const answer = async () => {
      const { value, done } = await lines.next();
      if (done) throw new Error("its process ended");
      const answer = JSON.parse(value) as Answer;
      if ("error" in answer) throw new Error(answer.error);
      return answer;
    };
    const started = (await answer()) as { adapter: string };
    return {
      adapter: started.adapter,
      round: async (what, steps) => {
        child.stdin.write(`${JSON.stringify({ ...questionOf(what), steps })}\n`);
        const { round } = (await answer()) as { round: Timed };
        return { ...round, jsMsPerStep: null, dispatchesPerStep: null, learners: 1 };
      },
      release: async () => undefined,
      close: () => void child.kill("SIGKILL"),
    };
  }

  async close(): Promise<void> {
    for (const child of this.processes) child.kill("SIGKILL");
  }
}

async function torchVersion(interpreter: string): Promise<string | null> {
  const found = promisify(execFile)(interpreter, ["-c", "import torch; print(torch.__version__)"]);
  return found.then(({ stdout }) => stdout.trim()).catch(() => null);
}

/** The layers are the project's own list, so that PyTorch trains the same network. */
function questionOf({ step, task, batchSize }: BenchCase) {
  const { shape, layers, config } = standardStep(step);
  const { temperature, optimizer } = config;
  const name = `${step} ${JSON.stringify(task)} ${batchSize}`;
  return { name, task, batchSize, shape, layers, temperature, optimizer };
}
