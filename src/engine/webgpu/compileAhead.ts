import * as tf from "@tensorflow/tfjs";
import type { BackendInternals } from "./internals";
import type { Pipelines } from "./pipelines";

/** TensorFlow.js's own flag for the same: its kernels begin to compile their programs, and send nothing. */
const COMPILE_ONLY = "WEBGPU_ENGINE_COMPILE_ONLY";

/**
 * Compiles the programs of some work all at once, beside everything else, before the work is done: one after the other, each when
 * it is first needed, they take most of a run's first second.
 */
export class CompileAhead {
  /** Whether work is under way of which only the programs are asked for: nothing may be sent meanwhile. */
  isCollecting = false;
  private readonly backend: BackendInternals;
  private readonly pipelines: Pipelines;

  constructor(backend: BackendInternals, pipelines: Pipelines) {
    this.backend = backend;
    this.pipelines = pipelines;
  }

  /**
   * Resolves when all programs of `work` are there; never rejects: what is wrong with a program is said when it is used.
   * @param work depends on no number that it computes itself; it is run, and has no results
   */
  async compile(work: () => void): Promise<void> {
    this.collect(work);
    await Promise.all([this.pipelines.ready(), ...this.stockUnderWay()]);
  }

  /** @returns whether the work came to its end */
  private collect(work: () => void): boolean {
    this.isCollecting = true;
    tf.env().set(COMPILE_ONLY, true);
    try {
      tf.tidy(() => {
        work();
      });
      return true;
    } catch {
      // It needed a number: what comes after that is compiled when it is used.
      return false;
    } finally {
      this.isCollecting = false;
      tf.env().set(COMPILE_ONLY, false);
    }
  }

  /** Programs of TensorFlow.js's kernels: its cache has promises for them, which other work must not find there. */
  private stockUnderWay(): Promise<void>[] {
    const cache: Record<string, GPUComputePipeline | Promise<GPUComputePipeline>> = this.backend.pipelineCache;
    return Object.entries(cache).flatMap(([key, pipeline]) => {
      if (!(pipeline instanceof Promise)) return [];
      delete cache[key];
      const store = (made: GPUComputePipeline) => {
        cache[key] ??= made;
      };
      return [pipeline.then(store, () => undefined)];
    });
  }
}
