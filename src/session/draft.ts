import { type ConfigChange, changesThatRestart } from "../config/diff";
import { withDataset, withEncoder } from "../config/kinds";
import { parseConfig } from "../config/parse";
import { merge, setIn } from "../config/paths";
import { presetConfig } from "../config/presets";
import { originalValue } from "../config/presets/original";
import type { ExperimentConfig, ExperimentInput } from "../config/schema";
import type { PlaygroundState, PlaygroundStore } from "./playgroundState";

/** All that the settings are. */
export type Settings = Pick<PlaygroundState, "draft" | "draftErrors" | "presetId" | "files">;
/** What changes with a draft, at one stroke: whoever looks at the state never sees the one without the other. */
type Beside = Partial<Pick<Settings, "presetId" | "files">>;

/** The experiment to come, as the settings show it: every change goes through here, is checked, and may be wrong for a while. */
export class Draft {
  private readonly store: PlaygroundStore;
  private readonly changed: (draft: ExperimentConfig) => void;
  private readonly alone: (change: () => void) => void;

  /**
   * @param changed told of every change, once it is in the state
   * @param alone makes a change that is taken back by itself
   */
  constructor(
    store: PlaygroundStore,
    changed: (draft: ExperimentConfig) => void,
    alone: (change: () => void) => void = (change) => change(),
  ) {
    this.store = store;
    this.changed = changed;
    this.alone = alone;
  }

  set(draft: ExperimentConfig, beside: Beside = {}): void {
    const result = parseConfig(draft);
    const checked = result.ok ? { draft: result.config, draftErrors: [] } : { draft, draftErrors: result.errors };
    this.restore({ ...checked, ...beside });
  }

  /** Settings as they were. */
  restore(settings: Partial<Settings>): void {
    this.store.setState(settings);
    this.changed(this.config);
  }

  /** Another experiment, on the backend in use. */
  replace(config: ExperimentConfig, beside: Beside = {}): void {
    this.set({ ...config, backend: this.config.backend }, beside);
  }

  /** One setting; another kind of encoder comes with its own defaults. */
  setField(path: string, value: unknown): void {
    this.set(path === "encoder.id" ? withEncoder(this.config, String(value)) : setIn(this.config, path, value));
  }

  /** Another kind of data at its defaults, and what is said of it beside. */
  setDataset(id: string, fields: object = {}, beside: Beside = {}): void {
    this.set(merge(withDataset(this.config, id), { dataset: fields }), beside);
  }

  /** One setting as the preset has it, or as it is by default where there is no preset; a kind with all that is of it. */
  resetField(path: string): void {
    const { presetId } = this.store.getState();
    const { dataset, encoder } = presetConfig(presetId);
    if (path === "dataset.id") this.setDataset(dataset.id, dataset);
    else if (path === "encoder.id") this.set({ ...this.config, encoder });
    else this.setField(path, originalValue(presetId, this.config, path));
  }

  /** All of them, on the backend in use. */
  reset(): void {
    this.replace(presetConfig(this.store.getState().presetId));
  }

  patch(patch: ExperimentInput): void {
    this.set(merge(this.config, patch));
  }

  choosePreset(id: string): void {
    this.replace(presetConfig(id), { presetId: id });
  }

  /** Goes back to the settings of a run, the current one unless another is given. */
  discard(run = this.store.getState().run): void {
    if (!run) return;
    const { config: draft, files, presetId } = run;
    this.alone(() => this.store.setState({ draft, files, draftErrors: [], presetId }));
  }

  /** Changes that the current run cannot take over. */
  pendingChanges(): ConfigChange[] {
    const { run, draft, draftErrors } = this.store.getState();
    return run && draftErrors.length === 0 ? changesThatRestart(run.config, draft) : [];
  }

  private get config(): PlaygroundState["draft"] {
    return this.store.getState().draft;
  }
}
