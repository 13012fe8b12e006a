import { textWidth } from "../../../../export/letters";
import type { Place } from "../../anchor/picking/pick";
import { entryOf } from "../../classLook";
import type { ClassName } from "./draw";

/** Which classes have their names in the picture, and where. */

interface Named {
  places: readonly Place[];
  shown: readonly number[];
  labels: Uint8Array;
  /** Names by place in the legend. */
  names: readonly string[];
  classes: number;
  side: number;
  /** Size of the text, in pixels. */
  text: number;
}

/** Height of a line in sizes of the text, and letters at most. */
const LINE = 1.25;
const MOST_LETTERS = 18;
/** From this side on there is room for names, in pixels. */
const ROOM = 300;

/** Names at the middle of their classes: those of the largest first, none over another one. */
export function classNamesAt(named: Named): ClassName[] {
  if (named.side < ROOM) return [];
  const groups = named.names.map((name, entry) => ({ name, samples: samplesOf(named, entry) }));
  groups.sort((a, b) => b.samples.length - a.samples.length);
  const placed: ClassName[] = [];
  for (const { name, samples } of groups) {
    if (samples.length === 0) continue;
    const short = name.length > MOST_LETTERS ? `${name.slice(0, MOST_LETTERS - 1)}\u2026` : name;
    const next = { name: short, at: within(middleOf(named.places, samples), short, named) };
    if (placed.every((other) => !overlap(other, next, named.text))) placed.push(next);
  }
  return placed;
}

function samplesOf({ shown, labels, classes }: Named, entry: number): number[] {
  return shown.filter((sample) => entryOf(labels[sample] ?? -1, classes) === entry);
}

/** By the median of each axis: a few strays do not move it. */
function middleOf(places: readonly Place[], samples: readonly number[]): Place {
  const median = (axis: 0 | 1) => {
    const values = samples.map((sample) => places[sample]![axis]).sort((a, b) => a - b);
    return values[values.length >> 1] as number;
  };
  return [median(0), median(1)];
}

function within([x, y]: Place, name: string, { side, text }: Named): Place {
  const half = textWidth(name, text) / 2;
  const clamp = (value: number, room: number) => Math.min(side - room, Math.max(room, value));
  return [clamp(x, half), clamp(y, (LINE * text) / 2)];
}

function overlap(a: ClassName, b: ClassName, text: number): boolean {
  const wide = (textWidth(a.name, text) + textWidth(b.name, text)) / 2;
  return Math.abs(a.at[0] - b.at[0]) < wide && Math.abs(a.at[1] - b.at[1]) < LINE * text;
}
