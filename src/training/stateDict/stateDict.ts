import { say } from "../../i18n/message";
import { numbersIn } from "../../models/placement";
import { texts } from "./errors";
import type { Place, View } from "./places";
import { type StateDict, StateDictError, type StateDtype, type StateEntry, type StateNumbers } from "./types";

/** Collects a state dict from the places where training keeps it, and puts one back. */

/** A tensor of a state dict: a view of a place, of one learner. */
interface Slot {
  name: string;
  /** Its name where it was carried by another backend's training. */
  elsewhere: { name: string; factor: number } | null;
  place: Place;
  view: View;
  /** Among those of the place. */
  learner: number;
}

const ARRAYS = { F32: Float32Array, F64: Float64Array, I32: Int32Array };

/**
 * Everything as it is at the time of the call, whatever is queued afterwards.
 * @param names what each learner is called, as `arm0.seed1`
 */
export async function readStateDict(all: readonly Place[], names: readonly string[], step: number): Promise<StateDict> {
  const places = all.filter(({ isUsed }) => isUsed?.() ?? true);
  // All reads are queued before the first is waited for, so that they are of one moment.
  const numbers = await Promise.all(places.map((place) => place.read()));
  const tensors = places.flatMap((place, p) =>
    slotsOf(place, names).map(({ name, view, learner }): [string, StateEntry] => {
      const values = view.toTorch(numbers[p] as StateNumbers, learner);
      return [name, { dtype: place.dtype, shape: [...view.shape], values } as StateEntry];
    }),
  );
  return { step, tensors: new Map(tensors) };
}

/**
 * Puts everything back, to the bit.
 * @param names as for `readStateDict`
 * @param mayLack places of which the state has nothing may stay as they are at the beginning
 * @throws StateDictError where a tensor is missing, unknown, or of another shape or type; nothing is changed then
 */
export function writeStateDict(
  all: readonly Place[],
  names: readonly string[],
  { tensors }: StateDict,
  mayLack: (name: string) => boolean = () => false,
): void {
  const isThere = (place: Place) => {
    const slots = slotsOf(place, names);
    const isNeeded = !place.isUsed && !slots.every(({ name }) => mayLack(name));
    return isNeeded || slots.some(({ name }) => tensors.has(name));
  };
  assertKnown(
    tensors,
    all.flatMap((place) => slotsOf(place, names)),
  );
  const places = all.filter(isThere);
  const slots = places.map((place) => slotsOf(place, names));
  const numbers = places.map((place, p) => numbersOf(place, slots[p] as Slot[], tensors));
  for (const [p, place] of places.entries()) place.write(numbers[p] as StateNumbers);
}

/** @throws StateDictError where an experiment of so many steps has no such step */
export function assertStep({ step }: StateDict, steps: number): void {
  if (Number.isInteger(step) && step >= 0 && step <= steps) return;
  throw new StateDictError(say(texts.wrongStep, { step, steps }));
}

function slotsOf(place: Place, names: readonly string[]): Slot[] {
  const { prefix, learners, views } = place;
  const owners = learners ? names.slice(learners.from, learners.from + learners.count) : [null];
  return owners.flatMap((owner, learner) => {
    const path = (name: string) => `${prefix}${owner === null ? "" : `${owner}.`}${name}`;
    return views.map((view) => {
      const { name, elsewhere } = view;
      return {
        name: path(name),
        elsewhere: elsewhere ? { ...elsewhere, name: path(elsewhere.name) } : null,
        place,
        view,
        learner,
      };
    });
  });
}

/** The numbers of a whole place. */
function numbersOf({ dtype }: Place, slots: readonly Slot[], tensors: StateDict["tensors"]): StateNumbers {
  const numbers = new ARRAYS[dtype](slots.reduce((sum, { view }) => sum + numbersIn(view.shape), 0));
  for (const slot of slots) slot.view.fromTorch(valuesOf(slot, tensors), numbers, slot.learner);
  return numbers;
}

function valuesOf({ name, elsewhere, place, view }: Slot, tensors: StateDict["tensors"]): StateNumbers {
  const own = tensors.get(name);
  if (own) return checked(name, own, place.dtype, view.shape);
  const other = elsewhere && tensors.get(elsewhere.name);
  const expected = described(place.dtype, view.shape);
  if (!other) throw new StateDictError(say(texts.missing, { name, expected }));
  return checked(elsewhere.name, other, place.dtype, view.shape).map((value) => value * elsewhere.factor);
}

function checked(name: string, entry: StateEntry, dtype: StateDtype, shape: readonly number[]): StateNumbers {
  const fits =
    entry.dtype === dtype && String(entry.shape) === String(shape) && entry.values.length === numbersIn(shape);
  if (fits && entry.shape.length === shape.length) return entry.values;
  const [found, expected] = [described(entry.dtype, entry.shape), described(dtype, shape)];
  throw new StateDictError(say(texts.other, { name, found, expected }));
}

function assertKnown(tensors: StateDict["tensors"], slots: readonly Slot[]): void {
  const known = new Set(slots.flatMap(({ name, elsewhere }) => (elsewhere ? [name, elsewhere.name] : [name])));
  const unknown = [...tensors.keys()].find((name) => !known.has(name));
  if (unknown === undefined) return;
  throw new StateDictError(say(texts.unknown, { name: unknown }));
}

function described(dtype: StateDtype, shape: readonly number[]): string {
  return `${dtype} [${shape.join(", ")}]`;
}
