import { chance, putColumn, ViewPlan, wordsOf } from "./viewPlan.as";

/** What is drawn alike for several augmentations, in AssemblyScript. */

/** A column that is 1 with a probability, else 0. */
export function drawChance(plan: ViewPlan, column: i32, lane: u32, word: i32, probability: f64): void {
  for (let view = 0; view < plan.views; view++)
    putColumn(plan, view, column, chance(wordsOf(plan, view, lane), word, probability));
}
