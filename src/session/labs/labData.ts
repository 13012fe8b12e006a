import { getIn } from "../../config/paths";
import type { ExperimentConfig } from "../../config/schema";
import { texts } from "../../data/sources/files/errors";
import type { DatasetFiles } from "../../data/types";
import { PlaygroundError } from "../../i18n/errors";
import { say } from "../../i18n/message";
import { LABS, type LabId } from "../../labs";
import { EXPERIMENT } from "../../labs/parse";
import { labOf } from "../address/page";
import { contentOf } from "../data/contentOf";
import { filesFor } from "../data/filesFor";
import type { OwnFiles } from "../data/ownFiles";
import type { PlaygroundState, PlaygroundStore } from "../playgroundState";

type DataState = Pick<PlaygroundState, "labFiles" | "files" | "ownFiles">;

interface LabDataOptions {
  store: PlaygroundStore;
  ownFiles: OwnFiles;
}

/** Data that the user brings on the page of a lab which has its own. */
export class LabData {
  private readonly options: LabDataOptions;

  constructor(options: LabDataOptions) {
    this.options = options;
  }

  /** The lab that data belongs to which is brought now; null where it is the Race's. */
  get taker(): LabId | null {
    const lab = labOf(this.options.store.getState().page);
    return lab && LABS[lab].takesData ? lab : null;
  }

  /** Has files at hand, for settings that name them. */
  bring(labFiles: DatasetFiles): void {
    this.options.store.setState({ labFiles });
  }

  /**
   * The user's own files that a lab's settings name, of those brought here, the Race's, and those that are kept; null where they
   * name none.
   *
   * @throws PlaygroundError where they are not at hand, or others of their name are
   */
  async filesOf(config: unknown): Promise<DatasetFiles | null> {
    const named = experimentIn(config);
    if (named?.dataset.id !== "files") return null;
    const { name, content } = named.dataset;
    const { labFiles, files: racing } = this.options.store.getState();
    const brought = [filesFor(named, labFiles), filesFor(named, racing)].filter((files) => files !== null);
    const found = (await firstOf(brought, content)) ?? (await this.kept(name, content));
    if (found) return found;
    throw new PlaygroundError(name ? say(brought.length > 0 ? texts.others : texts.gone, { name }) : texts.none);
  }

  private async kept(name: string, content: string | undefined): Promise<DatasetFiles | null> {
    const kept = await this.options.ownFiles.find(name);
    return kept && firstOf([kept], content);
  }
}

/** The first files that have a content, where one is asked for. */
async function firstOf(all: readonly DatasetFiles[], content: string | undefined): Promise<DatasetFiles | null> {
  for (const files of all) if (content === undefined || (await contentOf(files)) === content) return files;
  return null;
}

type Named = Pick<ExperimentConfig, "dataset">;

/** The experiment that a lab's settings hold; null where they hold none. */
export function experimentIn(config: unknown): Named | null {
  return getIn(config, `${EXPERIMENT}.dataset`) === undefined ? null : (getIn(config, EXPERIMENT) as Named);
}

/** The files that an experiment names, where they were brought since the page was opened. */
export function filesAtHand(named: Named, { labFiles, files }: Pick<DataState, "labFiles" | "files">) {
  return filesFor(named, labFiles) ?? filesFor(named, files);
}

/** Whether a lab's data is of the user's own files, and these have to be dropped again. */
export function lacksLabFiles(named: Named, state: DataState): boolean {
  const { dataset } = named;
  if (dataset.id !== "files" || filesAtHand(named, state)) return false;
  return !state.ownFiles.some(({ name }) => name === dataset.name);
}
