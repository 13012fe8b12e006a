import { instantiateKernels } from "../kernels";
import { Board, type BoardMemory, performer } from "./board";

/** What a thread is given to begin with: the kernels' module, the memory that all have, and the board. */
export interface Assignment {
  build: WebAssembly.Module;
  memory: WebAssembly.Memory;
  board: BoardMemory;
  /** Its place among the other threads. */
  seat: number;
}

/** Said by a thread that is about to begin; anything else is why it cannot. */
export const READY = "ready";

/**
 * Does shares of kernels until the board is closed: blocks its thread.
 * @param ready called when it is about to begin
 */
export async function serve({ build, memory, board, seat }: Assignment, ready: () => void): Promise<void> {
  const perform = performer(await instantiateKernels(build, memory));
  ready();
  new Board(board).serve(perform, seat);
}
