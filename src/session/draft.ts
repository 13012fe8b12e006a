import { type ConfigChange, changesThatRestart } from "../config/diff";
import { withDataset, withEncoder } from "../config/kinds";
import { parseConfig } from "../config/parse";
import { merge, setIn } from "../config/paths";
import { presetConfig } from "../config/presets";
import { originalValue } from "../config/presets/original";
import type { ExperimentConfig, ExperimentInput } from "../config/schema";
import { keepLocked } from "./locks/locks";
import type { PlaygroundState, PlaygroundStore } from "./playgroundState";

/** All that the settings are. */
export type Settings = Pick<PlaygroundState, "draft" | "draftErrors" | "presetId" | "files">;
/** What changes with a draft, at one stroke: whoever looks at the state never sees the one without the other. */
type Beside = Partial<Pick<Settings, "presetId" | "files">>;

interface DraftOptions {
  store: PlaygroundStore;
  /** Told of every change, once it is in the state. */
  changed(draft: ExperimentConfig): void;
  /** Makes a change that is taken back by itself. */
  alone(change: () => void): void;
  /** Told of every change, which locked settings it would have changed too: they stayed as they were. */
  kept(paths: readonly string[]): void;
}

/**
 * The experiment to come, as the settings show it: every change goes through here, is checked, and may be wrong for a while. What is
 * locked stays as it is; a change of nothing else is none.
 */
export class Draft {
  private readonly options: DraftOptions;
  private readonly store: PlaygroundStore;
  private isUnlocked = false;

  constructor(options: DraftOptions) {
    this.options = options;
    this.store = options.store;
  }

  set(draft: ExperimentConfig, beside: Beside = {}): void {
    this.put({ ...checked(draft), ...beside });
  }

  /** Settings as they were. */
  restore(settings: Settings): void {
    this.put(settings);
  }

  /** What is changed here may be locked: whoever has locked it changes it. */
  unlocked(change: () => void): void {
    this.isUnlocked = true;
    try {
      change();
    } finally {
      this.isUnlocked = false;
    }
  }

  /** Another experiment, on the backend in use. */
  replace(config: ExperimentConfig, beside: Beside = {}): void {
    this.set({ ...config, backend: this.config.backend }, beside);
  }

  /** One setting; another kind of encoder comes with its own defaults. */
  setField(path: string, value: unknown): void {
    this.set(path === "encoder.id" ? withEncoder(this.config, String(value)) : setIn(this.config, path, value));
  }

  /** Another kind of data at its defaults, with these fields in place of its own (`undefined` removes one), and what is said of it beside. */
  setDataset(id: string, fields: object = {}, beside: Beside = {}): void {
    let config = withDataset(this.config, id);
    for (const [field, value] of Object.entries(fields)) config = setIn(config, `dataset.${field}`, value);
    this.set(config, beside);
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

  /** @returns false where all that it would have changed is locked */
  patch(patch: ExperimentInput): boolean {
    const before = this.config;
    this.set(merge(before, patch));
    return this.config !== before;
  }

  choosePreset(id: string): void {
    this.replace(presetConfig(id), { presetId: id });
  }

  /** Goes back to the settings of a run, the current one unless another is given. */
  discard(run = this.store.getState().run): void {
    if (!run) return;
    const { config: draft, files, presetId } = run;
    this.options.alone(() => this.put({ draft, files, draftErrors: [], presetId }));
  }

  /** Changes that the current run cannot take over. */
  pendingChanges(): ConfigChange[] {
    const { run, draft, draftErrors } = this.store.getState();
    return run && draftErrors.length === 0 ? changesThatRestart(run.config, draft) : [];
  }

  private put(settings: Partial<Settings> & Pick<Settings, "draft">): void {
    const before = this.config;
    const { config, kept } = this.allowed(settings.draft);
    this.options.kept(kept);
    if (kept.length > 0 && config === before) return;
    this.store.setState(kept.length > 0 ? { ...settings, ...checked(config) } : settings);
    this.options.changed(this.config);
  }

  private allowed(wanted: ExperimentConfig): ReturnType<typeof keepLocked> {
    if (this.isUnlocked) return { config: wanted, kept: [] };
    return keepLocked(this.config, wanted, this.store.getState().arrangement);
  }

  private get config(): PlaygroundState["draft"] {
    return this.store.getState().draft;
  }
}

function checked(draft: ExperimentConfig): Pick<Settings, "draft" | "draftErrors"> {
  const result = parseConfig(draft);
  return result.ok ? { draft: result.config, draftErrors: [] } : { draft, draftErrors: result.errors };
}
