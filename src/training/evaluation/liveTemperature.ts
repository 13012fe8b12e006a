import { readAndDispose } from "../../engine/readAndDispose";
import { StepBlock } from "../../engine/stepBlock";
import type { Cohort } from "../cohort";

/** Reads the temperature of each learner as the next step would see it, also where it is learned or controlled. */
export class LiveTemperature {
  private readonly cohort: Cohort;
  private readonly block: StepBlock;

  constructor(cohort: Cohort) {
    this.cohort = cohort;
    this.block = new StepBlock(cohort.learners);
  }

  /** tau of each learner, [L]; changes nothing. */
  async read(step: number): Promise<ArrayLike<number>> {
    const temperatures = this.cohort.temperaturesAt(step);
    this.block.set({ step, temperatures });
    const live = this.cohort.carried.temperaturesNow(this.block);
    return live ? readAndDispose(live) : temperatures;
  }

  dispose(): void {
    this.block.dispose();
  }
}
