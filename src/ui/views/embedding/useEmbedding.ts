import { useMemo, useRef } from "react";
import { type EmbeddingSnapshot, nearestSnapshot } from "../../../record/embedding/history";
import { chosenSamples, pointedSample } from "../../../session/anchor/state";
import { useSelect, useShownConfig, useShownRun } from "../../context";
import { useTexts } from "../../language/useTexts";
import { entryOf, isRest } from "../classLook";
import { texts } from "./texts";

/** What the parts of the embedding's card share. */

const NOTHING: readonly EmbeddingSnapshot[] = [];

export interface ShownEmbedding {
  snapshot: EmbeddingSnapshot | null;
  kept: readonly EmbeddingSnapshot[];
  /** Whether it is the latest, as it comes. */
  isLatest: boolean;
}

/** The snapshot that is looked at: the latest one, or one further back. */
export function useShownEmbedding(): ShownEmbedding {
  const kept = useShownRun((run) => run?.embeddings.snapshots ?? NOTHING);
  const run = useShownRun((shown) => shown?.id);
  const at = useSelect(({ embedding }) => embedding.at);
  const latest = kept.at(-1) ?? null;
  const snapshot = at !== null && at.run === run ? nearestSnapshot(kept, at.step) : latest;
  return { snapshot, kept, isLatest: snapshot === latest };
}

/** The arms of a snapshot that the experiment still has. */
export function useShownArms(snapshot: EmbeddingSnapshot | null): EmbeddingSnapshot["arms"] {
  const { arms } = useShownConfig();
  return useMemo(() => snapshot?.arms.filter(({ arm }) => arm < arms.length) ?? [], [snapshot, arms]);
}

/** A value as it was when it was last in sight: what nobody sees is not drawn again. */
export function useWhileSeen<T>(value: T, isSeen: boolean): T {
  const last = useRef(value);
  if (isSeen) last.current = value;
  return last.current;
}

export interface ClassEntry {
  name: string;
  /** A class that looks as all of the entry do. */
  label: number;
  isOn: boolean;
}

export interface Classes {
  /** Class of each sample; null without labels. */
  labels: Uint8Array | null;
  count: number;
  /** As the legend lists them. */
  entries: readonly ClassEntry[];
}

const NO_NAMES: readonly string[] = [];

/** The classes of the samples, and which of them are switched on. */
export function useClasses(): Classes {
  const { rest } = useTexts(texts);
  const labels = useShownRun((run) => run?.views?.labels ?? null);
  const names = useShownRun((run) => run?.dataset?.classNames ?? NO_NAMES);
  const hidden = useSelect(({ embedding }) => embedding.hidden);
  return useMemo(() => {
    const count = names.length;
    const places = labels ? [...new Set(names.map((_, label) => entryOf(label, count)))] : [];
    const entries = places.map((label): ClassEntry => {
      const name = isRest(label, count) ? rest : (names[label] ?? rest);
      return { name, label, isOn: !hidden.includes(name) };
    });
    return { labels, count, entries };
  }, [labels, names, hidden, rest]);
}

/** Samples of the classes that are switched on. */
export function shownOf(count: number, { labels, count: classes, entries }: Classes): number[] {
  const off = new Set(entries.filter(({ isOn }) => !isOn).map(({ label }) => label));
  const all = Array.from({ length: count }, (_, sample) => sample);
  return labels && off.size > 0 ? all.filter((sample) => !off.has(entryOf(labels[sample] ?? -1, classes))) : all;
}

export interface Selection {
  chosen: readonly number[];
  pointed: number | null;
  /** Place of each anchor among the samples. */
  anchors: Int32Array;
}

const NO_ANCHORS = new Int32Array(0);

/** What is chosen of the samples, and what is under the pointer. */
export function useSelection(): Selection {
  const anchors = useShownRun((run) => run?.anchors?.samples ?? NO_ANCHORS);
  const anchor = useSelect((state) => state.anchor);
  return useMemo(
    () => ({ chosen: chosenSamples(anchor, anchors), pointed: pointedSample(anchor, anchors), anchors }),
    [anchor, anchors],
  );
}
