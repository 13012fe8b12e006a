import { useCallback, useEffect, useRef, useState } from "react";
import { type Drawing, EMPTY } from "../../../data/drawing/drawing";
import { begun, changed, type History, redone, undone } from "../../../data/drawing/history";
import { type Pasted, withPasted } from "../../../data/drawing/pasted";
import { saidOf } from "../../../i18n/errors";
import { type Said, say } from "../../../i18n/message";
import { type KeptDrawing, loadDrawing, readDrawing } from "../../../session/data/drawnPoints";
import { usePlayground, useSelect } from "../../context";
import { texts } from "./texts";

/** What came of the last thing that was done. */
interface Outcome {
  said: Said | null;
  isProblem: boolean;
}

const NOTHING: Outcome = { said: null, isProblem: false };

/** What somebody draws, and what can be done to it. */
export interface Board {
  history: History<Drawing>;
  /** The class that is drawn. */
  label: number;
  choose(label: number): void;
  /** Makes a change, as one step: with `since` from what was there then, as a stroke does with each move. */
  edit(change: (drawing: Drawing) => Drawing, since?: History<Drawing>): void;
  undo(): void;
  redo(): void;
  /** Adds points that a text has. @returns whether all of it was read */
  paste(text: string): boolean;
  /** Starts over with the points as the data. Resolves to whether nothing is left to do here. */
  load(): Promise<boolean>;
  outcome: Outcome;
}

/** A drawing that is there as long as the component is. */
export function useDrawing(): Board {
  const playground = usePlayground();
  const [history, setHistory] = useState(() => begun(EMPTY));
  const [chosen, choose] = useState(0);
  const [outcome, setOutcome] = useState(NOTHING);
  // Moves of a pointer come faster than React draws.
  const latest = useRef(history);
  const kept = useRef<KeptDrawing | null>(null);
  const go = useCallback((next: History<Drawing>, came = NOTHING) => {
    latest.current = next;
    setHistory(next);
    setOutcome(came);
  }, []);
  const fail = useCallback((error: unknown) => setOutcome({ said: saidOf(error), isProblem: true }), []);
  useKept(async (name) => {
    try {
      const read = await readDrawing(playground, name);
      kept.current = read.kept;
      go(changed(latest.current, read.drawing));
    } catch (error) {
      fail(error);
    }
  });
  const edit: Board["edit"] = (change, since = latest.current) => {
    try {
      const next = change(latest.current.present);
      if (next !== latest.current.present) go(changed(since, next));
    } catch (error) {
      fail(error);
    }
  };
  const label = Math.min(chosen, history.present.classes.length - 1);
  const paste: Board["paste"] = (text) => {
    try {
      const pasted = withPasted(latest.current.present, text, label);
      go(changed(latest.current, pasted.drawing), outcomeOf(pasted));
      return pasted.leftOut === null;
    } catch (error) {
      fail(error);
      return false;
    }
  };
  const load = async () => {
    const loaded = await loadDrawing(playground, latest.current.present, kept.current);
    kept.current = loaded.kept;
    // Where the settings take no points, the page offers others.
    if (loaded.ok || playground.state.refusedData) return true;
    setOutcome({ said: playground.state.notices.at(-1)?.detail ?? texts.refused, isProblem: true });
    return false;
  };
  const [undo, redo] = [() => go(undone(latest.current)), () => go(redone(latest.current))];
  return { history, label, choose, edit, undo, redo, paste, load, outcome };
}

function outcomeOf({ added, leftOut }: Pasted): Outcome {
  if (!leftOut) return { said: say(texts.added, { count: added }), isProblem: false };
  const { count, first } = leftOut;
  return { said: say(texts.addedSome, { count: added, left: count, reason: first }), isProblem: true };
}

/** Reads the kept drawing that is asked for, once each time that it is. */
function useKept(read: (name: string) => Promise<void>): void {
  const asked = useSelect((state) => state.drawing);
  const reading = useRef(read);
  reading.current = read;
  useEffect(() => {
    if (asked.kept !== null) void reading.current(asked.kept);
  }, [asked]);
}
