import type { ExperimentConfig } from "../../config/schema";
import { datasetName } from "../../data/sources/files";
import type { DatasetFiles } from "../../data/types";
import type { OwnFiles } from "./ownFiles";

/** The user's files that an experiment is of: those at hand, unless it names others; none for other kinds of data. */
export function filesFor(
  { dataset }: Pick<ExperimentConfig, "dataset">,
  files: DatasetFiles | null,
): DatasetFiles | null {
  if (dataset.id !== "files" || !files) return null;
  return dataset.name === "" || dataset.name === nameOf(files) ? files : null;
}

/** A pick may be thousands of files, and is asked for with every change of the page. */
const names = new WeakMap<DatasetFiles, string>();

function nameOf(files: DatasetFiles): string {
  const name = names.get(files) ?? datasetName(files.files.map(({ path }) => path));
  names.set(files, name);
  return name;
}

/** Whether an experiment is of files of the user's own that are not at hand: they have to be picked or dropped again. */
export function lacksFiles({ draft, files }: { draft: ExperimentConfig; files: DatasetFiles | null }): boolean {
  return draft.dataset.id === "files" && filesFor(draft, files) === null;
}

/** The same, or those of their name that are kept on this device. */
export async function findFiles(
  config: Pick<ExperimentConfig, "dataset">,
  files: DatasetFiles | null,
  kept: Pick<OwnFiles, "find">,
): Promise<DatasetFiles | null> {
  const { dataset } = config;
  return dataset.id === "files" ? (filesFor(config, files) ?? kept.find(dataset.name)) : null;
}
