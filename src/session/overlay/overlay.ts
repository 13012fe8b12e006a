import { saidOf } from "../../i18n/errors";
import type { Said } from "../../i18n/message";
import type { Notice, PlaygroundState, PlaygroundStore } from "../playgroundState";
import type { Run } from "../run";
import type { RunArchive } from "../runs/archive";
import { MOST_OVERLAID, type OverlaidRun, type OverlayState } from "./state";

interface OverlayOptions {
  store: PlaygroundStore;
  archive: Pick<RunArchive, "open">;
  notify(kind: Notice["kind"], detail: Said | null): void;
}

/** Reads the series of the runs that are selected, each once while it is, and lets them be drawn. */
export class Overlay {
  private readonly options: OverlayOptions;
  private readonly known = new Map<string, OverlaidRun>();

  constructor(options: OverlayOptions) {
    this.options = options;
    options.store.subscribe((state, before) => {
      if (state.selected !== before.selected) void this.draw(state);
    });
  }

  /** Makes one run stand out everywhere; null: none does. */
  mark(marked: string | null): void {
    if (this.options.store.getState().overlay.marked !== marked) this.change({ marked });
  }

  dismissGhost(): void {
    this.change({ ghost: null });
  }

  /** The address loses it too. */
  dismissReference(): void {
    this.options.store.setState({ reference: null });
  }

  private async draw({ selected, history }: PlaygroundState): Promise<void> {
    const { store } = this.options;
    const ids = selected.slice(0, MOST_OVERLAID);
    for (const id of this.known.keys()) if (!ids.includes(id)) this.known.delete(id);
    await Promise.all(history.filter(({ id }) => ids.includes(id) && !this.known.has(id)).map((row) => this.read(row)));
    // Others may be selected by now: theirs is the last word.
    if (store.getState().selected !== selected) return;
    const runs = ids.flatMap((id) => this.known.get(id) ?? []);
    this.change({ runs, left: selected.length - ids.length });
  }

  private async read({ id, name }: PlaygroundState["history"][number]): Promise<void> {
    try {
      this.known.set(id, { ...overlaidRun(await this.options.archive.open(id)), name });
    } catch (error) {
      this.options.notify("runNotOpened", saidOf(error));
    }
  }

  private change(patch: Partial<OverlayState>): void {
    this.options.store.setState(({ overlay }) => ({ overlay: { ...overlay, ...patch } }));
  }
}

/** A run as it is drawn behind another. */
export function overlaidRun({ id, startedAt, presetId, config, columns, stopped }: Run): OverlaidRun {
  return { id, name: "", startedAt, presetId, config, columns, stopped };
}
