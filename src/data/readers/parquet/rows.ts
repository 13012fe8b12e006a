import { PART, RandomStream } from "../../../engine/randomStream";
import { say } from "../../../i18n/message";
import { MOST_CLASSES } from "../../assembly/labeled";
import { DataError } from "../../errors";
import { stratifiedOrder } from "../../split";
import type { LoadTools } from "../../types";
import type { EncodedImages } from "../images/decode";
import { texts } from "./errors";
import type { ImageTable } from "./imageTable";

type RowGroup = ImageTable["groups"][number];

/** Rows of one row group that are taken. */
interface Taken {
  table: ImageTable;
  group: RowGroup;
  /** Ascending, counted from the start of the group. */
  rows: number[];
}

/** The rows of one part of a data set that are taken, and their labels (null where the part has none). */
export interface RowChoice {
  taken: Taken[];
  labels: Uint8Array | null;
  count: number;
  /** Rows without a label that were left out, since others have one. */
  unlabeled: number;
}

/**
 * Chooses `wanted` rows at most, the classes in their proportions: from row groups all over the files, since
 * files may be sorted by class. Only labels are read for it, and only of those groups.
 *
 * @throws DataError when labels are out of range
 */
export async function chooseRows(
  tables: ImageTable[],
  wanted: number,
  seed: number,
  { signal }: LoadTools,
): Promise<RowChoice> {
  const groups = drawGroups(tables, wanted, seed);
  const labels: number[] = [];
  for (const { table, group } of groups) {
    signal?.throwIfAborted();
    // One by one: a group may have a million rows, more than a call takes arguments.
    if (table.columns.label !== null) for (const label of await table.labels(group)) labels.push(label);
  }
  const count = rowsOf(groups);
  // Published test sets keep theirs back as -1.
  const known = labels.length === count ? Int32Array.from(labels.keys()).filter((row) => labels[row]! >= 0) : null;
  const rows = known && known.length > 0 ? known : Int32Array.from({ length: count }, (_, row) => row);
  const bytes =
    rows === known
      ? labelBytes(
          tables[0]!,
          Array.from(known, (row) => labels[row]!),
        )
      : null;
  const places = stratifiedOrder(bytes, rows.length, seed).subarray(0, wanted).sort();
  return {
    taken: split(
      groups,
      places.map((place) => rows[place]!),
    ),
    labels: bytes && Uint8Array.from(places, (place) => bytes[place]!),
    count: places.length,
    unlabeled: count - rows.length,
  };
}

/** As many row groups as hold `wanted` rows, evenly spaced over the files from a place that follows from the seed. */
function drawGroups(tables: ImageTable[], wanted: number, seed: number): Omit<Taken, "rows">[] {
  const all = tables.flatMap((table) => table.groups.map((group) => ({ table, group })));
  const place = new RandomStream(seed, PART.order).uniform();
  const enough = Math.min(wanted, rowsOf(all));
  for (let count = Math.ceil((all.length * enough) / Math.max(1, rowsOf(all))); count < all.length; count++) {
    const drawn = Array.from({ length: count }, (_, i) => all[Math.floor(((i + place) * all.length) / count)]!);
    if (rowsOf(drawn) >= enough) return drawn;
  }
  return all;
}

function rowsOf(groups: Omit<Taken, "rows">[]): number {
  return groups.reduce((sum, { group }) => sum + group.end - group.start, 0);
}

function labelBytes({ name, columns }: ImageTable, labels: number[]): Uint8Array {
  const most = columns.classNames.length || MOST_CLASSES;
  const wrong = labels.find((label) => !(label < Math.min(most, MOST_CLASSES)));
  if (wrong !== undefined)
    throw new DataError(
      say(texts.wrongLabel, {
        name,
        label: wrong,
        column: columns.label!.schemaPath.at(-1)!.element.name,
        most: Math.min(most, MOST_CLASSES),
      }),
    );
  return Uint8Array.from(labels);
}

function split(groups: Omit<Taken, "rows">[], chosen: Int32Array): Taken[] {
  let [start, at] = [0, 0];
  return groups.map(({ table, group }) => {
    const end = start + group.end - group.start;
    const rows: number[] = [];
    for (; at < chosen.length && chosen[at]! < end; at++) rows.push(chosen[at]! - start);
    start = end;
    return { table, group, rows };
  });
}

/** The chosen images in their order; of the row groups, the two last ones read are held. */
export function encodedImages({ taken, count }: RowChoice, name: string): EncodedImages {
  const places = taken.flatMap((piece) => piece.rows.map((row) => ({ piece, row })));
  const held = new Map<Taken, Promise<Uint8Array<ArrayBuffer>[]>>();
  const load = (piece: Taken) => {
    const loading = held.get(piece) ?? piece.table.images(piece.group);
    held.set(piece, loading);
    for (const old of held.keys()) if (held.size > 2) held.delete(old);
    return loading;
  };
  return {
    count,
    nameOf: (index) => {
      const place = places[index];
      return place ? `${place.piece.table.name}, row ${place.piece.group.start + place.row}` : name;
    },
    read: async (index) => {
      const { piece, row } = places[index]!;
      return (await load(piece))[row]!;
    },
  };
}
