import { say } from "../../../i18n/message";
import { LARGEST_PART } from "../../assembly/labeled";
import { DataError } from "../../errors";
import type { TableColumn } from "../../interpretation/table";
import { texts } from "../../interpretation/texts";

/** Whole numbers that a float32 tells apart. */
const EXACT = 2 ** 24;
const FIRST_ROOM = 64;

/** Memory that the columns of a table take up together, in bytes. */
export class Room {
  private readonly name: string;
  private taken = 0;

  constructor(name: string) {
    this.name = name;
  }

  /** @throws DataError when there is no more */
  take(bytes: number): void {
    this.taken += bytes;
    if (this.taken > LARGEST_PART) throw new DataError(say(texts.noRoom, { name: this.name }));
  }
}

/** A column that grows row by row. */
export class GrowingColumn {
  private readonly room: Room;
  private numbers: Float32Array | Float64Array = new Float32Array(0);
  private count = 0;
  private readonly rows: number[] = [];
  private readonly texts: number[] = [];
  private readonly places = new Map<string, number>();

  constructor(room: Room) {
    this.room = room;
  }

  /** @param value NaN where the cell is no number: its text is kept */
  add(value: number, text: string): void {
    if (this.count === this.numbers.length) this.grow();
    if (Number.isNaN(value)) this.addText(text.trim());
    else if (Math.abs(value) > EXACT && this.numbers instanceof Float32Array) this.widen();
    this.numbers[this.count++] = value;
  }

  finish(name: string): TableColumn {
    const { numbers, rows, texts: own, places, count } = this;
    return {
      name,
      numbers: numbers.subarray(0, count),
      rows: Int32Array.from(rows),
      texts: Int32Array.from(own),
      words: [...places.keys()],
    };
  }

  private addText(text: string): void {
    const known = this.places.get(text);
    // A cell, and what a map and a text take.
    this.room.take(known === undefined ? 16 + 64 + 2 * text.length : 16);
    if (known === undefined) this.places.set(text, this.places.size);
    this.rows.push(this.count);
    this.texts.push(known ?? this.places.size - 1);
  }

  private grow(): void {
    const { numbers } = this;
    const length = Math.max(FIRST_ROOM, 2 * numbers.length);
    this.room.take((length - numbers.length) * numbers.BYTES_PER_ELEMENT);
    const larger = numbers instanceof Float32Array ? new Float32Array(length) : new Float64Array(length);
    larger.set(numbers);
    this.numbers = larger;
  }

  /** Large whole numbers, as of days or of customers, must not fall together. */
  private widen(): void {
    this.room.take(this.numbers.byteLength);
    this.numbers = Float64Array.from(this.numbers);
  }
}
