import type { ExperimentConfig } from "../../config/schema";
import { type DataFacts, type LearnerFacts, planScript } from "./plan";
import { joined } from "./python";
import { batchSection } from "./sections/batch";
import { dataSection } from "./sections/data";
import { learnerSection } from "./sections/learner";
import { lossSection, roundingSection } from "./sections/losses";
import { measureSection } from "./sections/measures";
import { networkSection } from "./sections/network";
import { headSection, programSection } from "./sections/program";

/** Lines that a script may have. */
export const MOST_LINES = 400;

/**
 * `train.py`: an experiment in PyTorch, and nothing beside what it needs.
 * @param title what it is trained on, in English
 */
export function writeScript(config: ExperimentConfig, data: DataFacts, title: string, learners: LearnerFacts): string {
  const plan = planScript(config, data, learners);
  const sections = [
    headSection(plan, title),
    networkSection(plan),
    plan.isRounded && roundingSection(plan),
    batchSection(plan),
    lossSection(plan),
    dataSection(plan),
    learnerSection(plan),
    measureSection(plan),
    programSection(plan),
  ];
  const script = `${joined(
    sections.map((text) => (text ? text.trim() : null)),
    "\n\n\n",
  )}\n`;
  return lineCount(script) > MOST_LINES ? closer(script) : script;
}

/** With less room between functions, and none before that which makes a class. */
function closer(script: string): string {
  return script.replaceAll("\n\n\n", "\n\n").replaceAll("\n\n    def __init__", "\n    def __init__");
}

/** Lines of a text that ends with one. */
export function lineCount(text: string): number {
  return text.split("\n").length - 1;
}
