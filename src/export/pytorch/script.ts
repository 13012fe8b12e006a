import type { ExperimentConfig } from "../../config/schema";
import { arrange, type PythonFile } from "./modules";
import { type DataFacts, type LearnerFacts, planScript } from "./plan";
import { joined } from "./python";
import { batchSection } from "./sections/batch";
import { dataSection } from "./sections/data";
import { aboutSection, headSection, processSection } from "./sections/head";
import { generatorSection, learnerSection } from "./sections/learner";
import { lossSection, roundingSection } from "./sections/losses";
import { measureSection } from "./sections/measures";
import { networkSection } from "./sections/network";
import { programSection } from "./sections/program";
import { stoppingSection } from "./sections/stopping";

/**
 * An experiment in PyTorch, and nothing beside what it needs: `train.py`, and modules beside it where that would be too long.
 * @param title what it is trained on, in English
 */
export function writeScript(
  config: ExperimentConfig,
  data: DataFacts,
  title: string,
  learners: LearnerFacts,
): PythonFile[] {
  const plan = planScript(config, data, learners);
  const objectives = [plan.isRounded && roundingSection(plan).trim(), batchSection(plan), lossSection(plan).trim()];
  return arrange(aboutSection(plan, title), [
    { id: "head", code: headSection(plan) },
    { id: "processes", code: processSection(plan) },
    { id: "network", code: networkSection(plan) },
    { id: "objectives", code: joined(objectives, "\n\n\n") },
    { id: "data", code: dataSection(plan) },
    { id: "learner", code: `${generatorSection}\n\n\n${learnerSection(plan)}` },
    { id: "measures", code: measureSection(plan) },
    { id: "program", code: joined([plan.stops.length > 0 && stoppingSection(plan), programSection(plan)], "\n\n\n") },
  ]);
}
