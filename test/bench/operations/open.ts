import { queueFence } from "../../../src/engine/fence";
import { Replayable } from "../../../src/engine/replayable";
import type { Round } from "../case";
import { LIMITS } from "./limits";
import { OPERATIONS, type Operation } from "./operations";

const ALL = { ...OPERATIONS, ...LIMITS };
export type OperationId = keyof typeof ALL;

const WARM_UP = 3;

/** One operation on the current backend, recorded and replayed where it can be. */
export async function openOperation(id: OperationId, captured: boolean) {
  const { title, flops, bytes, open }: Operation = ALL[id];
  const opened = open();
  const work = new Replayable(() => opened.run(), captured);
  const time = async (calls: number): Promise<Round> => {
    const started = performance.now();
    let jsMs = 0;
    for (let i = 0; i < calls; i++) {
      const before = performance.now();
      work.run();
      jsMs += performance.now() - before;
    }
    await queueFence();
    const msPerStep = (performance.now() - started) / calls;
    return {
      msPerStep,
      jsMsPerStep: jsMs / calls,
      dispatchesPerStep: work.dispatches,
      learners: 1,
      work: { title, flops, bytes },
    };
  };
  await time(WARM_UP);
  return {
    time,
    dispose: () => {
      work.dispose();
      opened.dispose();
    },
  };
}
