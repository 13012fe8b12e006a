import type { Icon } from "@tabler/icons-react";
import type { Said } from "../../i18n/message";
import type { NamedControl } from "../panels/controls";
import type { Playground } from "../playground";
import type { PlaygroundState } from "../playgroundState";
import type { SettingsMove } from "../settingsHistory";

/** The dialogs of the page, of which one is open at a time. */
export type DialogId = "help" | "palette" | "json" | "embed" | "figure" | "embeddings" | "lesson" | "qr" | "health";

/** What became of something that is switched on and off. */
export type Switched = "on" | "off" | "refused" | "unsupported";

/** What an action may use: the playground, and what only the page around it can do. */
export interface ActionContext {
  playground: Playground;
  /** Puts the address into the clipboard; false where that is refused. */
  copyLink(): Promise<boolean>;
  /**
   * Puts an address that has the curves of the run that is shown into the clipboard.
   * @returns its length in characters; null where the clipboard refuses
   */
  copyCurves(): Promise<number | null>;
  /** Offers the report of the run as a file. */
  saveReport(): Promise<void>;
  /** Offers all that there is of the run as one archive. */
  saveAllData(): Promise<void>;
  /** Offers the record of the run, or all its series, as a file. */
  saveRecord(): Promise<void>;
  saveSeries(): Promise<void>;
  /** Offers the run as a file from which it can be gone on. */
  saveCheckpoint(): Promise<void>;
  /** Offers the run as a program in PyTorch. */
  savePyTorch(): Promise<void>;
  /** Lets the user choose such a file, and goes on from it. */
  openCheckpoint(): void;
  toggleTheme(): void;
  /** False where the browser refuses. */
  toggleFullScreen(): Promise<boolean>;
  /** Brings the kept runs, which are below the charts, into view. */
  goToRuns(): void;
  /** Whether a notification says that a run is over. */
  toggleNotify(): Promise<Switched>;
  /** Whether the screen is kept awake while something trains. */
  toggleAwake(): Promise<Switched>;
  /** Opens a dialog in the place of the one that is open, or closes it. */
  toggleDialog(id: DialogId): void;
  /** What became of the settings, in words. */
  inWords(move: SettingsMove): Said;
  /** Shows a short message for a moment. */
  announce(message: Said): void;
}

/** One thing that a user can do: buttons, menus, shortcuts and the list of shortcuts are all made from the registry. */
export interface Action {
  icon: Icon;
  label: string;
  /**
   * `KeyboardEvent.key`, after the modifiers that are held down with it: `Mod+Shift+z`, with Mod for Ctrl, on a Mac for Command.
   * Actions may share one, as long as no two of them are enabled at a time. None where it is not worth a key.
   */
  shortcut?: string;
  /** Another one that means the same, and that no list names. */
  otherShortcut?: string;
  /** Whether a key that is held down does it again and again. */
  repeats?: boolean;
  /**
   * Where its key answers, beside the page itself: in menus and dialogs too, wherever no text is typed; or everywhere, also while
   * one types.
   */
  reach?: "dialogs" | "everywhere";
  /** The menu that lists it: what leaves the page, how the page looks, or what can follow a run that is over. */
  menu?: "export" | "page" | "rerun";
  /** The control that it is, which may be locked or hidden. */
  control?: NamedControl;
  /** What it announces. */
  messages?: Readonly<Record<string, string>>;
  /** Whether it means something now. */
  enabled(state: PlaygroundState): boolean;
  run(context: ActionContext): void | Promise<void>;
}
