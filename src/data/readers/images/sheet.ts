import { assertRoom } from "../../assembly/assemble";
import { BoxFilter, luma } from "../../assembly/resize";
import type { Pixels } from "../../types";

/** Brightness or opacity, 0..255 or 0..65535. */
export type Levels = Uint8Array | Uint16Array;

/** What a byte is multiplied by to become 16 bits. */
const DEEPER = 257;

/** What is known of all pictures of a sheet. */
export interface SheetFacts {
  /** Pictures that have color, are transparent in places, have 16 bits, and are no squares. */
  colored: number;
  transparent: number;
  deep: number;
  oblong: number;
  /** Pictures of which the first of several frames is taken. */
  moving: number;
  /** Smallest and largest by their areas, [height, width]. */
  smallest: [number, number];
  largest: [number, number];
}

/** What was said of all pictures. */
export interface SheetForm {
  /** Color is dropped. */
  staysGrey: boolean;
  /** Oblong pictures are squeezed; else their middle is taken. */
  isWhole: boolean;
}

/**
 * Squares of one size, one below the other, before it is settled on which ground they lie and which of their brightness is taken: that
 * is decided for all of them alike (flatten.ts). It grows with what comes: grey until one has color, opaque until one is
 * transparent, bytes until one has 16 bits.
 */
export class Sheet {
  readonly side: number;
  count = 0;
  channels: 1 | 3 = 1;
  /** Row-major, [count, side, side, channels]; multiplied by their opacity. */
  colors: Levels;
  /** [count, side, side]; null while all are opaque. */
  opacity: Levels | null = null;
  readonly facts: SheetFacts = {
    colored: 0,
    transparent: 0,
    deep: 0,
    oblong: 0,
    moving: 0,
    smallest: [0, 0],
    largest: [0, 0],
  };
  private readonly name: string;
  private readonly room: number;
  private readonly form: SheetForm;
  /** [side, side, 4], of the picture that is put down. */
  private readonly square: Uint16Array;
  private filter: BoxFilter | null = null;
  /** Height and width for which the filter was made: most images of a data set have the same. */
  private filterSize = "";

  /**
   * @param name for messages
   * @param room pictures that will come at most
   * @throws DataError when they do not fit into memory
   */
  constructor(name: string, room: number, side: number, form: SheetForm) {
    this.name = name;
    this.room = room;
    this.side = side;
    this.form = form;
    this.colors = this.levels(1, false);
    this.square = new Uint16Array(4 * side * side);
  }

  get shape(): number[] {
    return [this.side, this.side, this.channels];
  }

  /** The largest level. */
  get most(): number {
    return this.colors instanceof Uint16Array ? 65_535 : 255;
  }

  /** Scales a picture and puts it below the others. */
  add(pixels: Pixels): void {
    const isDeep = pixels.data instanceof Uint16Array;
    const isTransparent = hasGaps(pixels);
    this.scale(pixels, isTransparent);
    const isColored = hasColor(this.square);
    if (isDeep && this.most === 255) this.deepen();
    if (isColored && this.channels === 1 && !this.form.staysGrey) this.addColors();
    if (isTransparent) this.opacity ??= this.levels(1, this.most > 255, 1).fill(this.most);
    this.put(isDeep || this.most === 255 ? 1 : DEEPER);
    this.count++;
    this.note(pixels, { isDeep, isTransparent, isColored });
  }

  private put(factor: number): void {
    const { square, colors, channels, opacity, count } = this;
    const area = this.side * this.side;
    let at = count * area * channels;
    for (let i = 0; i < area; i++) {
      const [red, green, blue] = [square[4 * i]!, square[4 * i + 1]!, square[4 * i + 2]!];
      if (channels === 1) colors[at++] = factor * luma(red, green, blue);
      else {
        colors[at++] = factor * red;
        colors[at++] = factor * green;
        colors[at++] = factor * blue;
      }
      if (opacity) opacity[count * area + i] = factor * square[4 * i + 3]!;
    }
  }

  private note(
    { height, width, reducedFrom, moves }: Pixels,
    { isDeep, isTransparent, isColored }: { isDeep: boolean; isTransparent: boolean; isColored: boolean },
  ): void {
    const { facts } = this;
    const size: [number, number] = reducedFrom ?? [height, width];
    const area = size[0] * size[1];
    facts.colored += Number(isColored);
    facts.transparent += Number(isTransparent);
    facts.deep += Number(isDeep);
    facts.moving += Number(moves ?? false);
    facts.oblong += Number(size[0] !== size[1]);
    if (this.count === 1 || area < facts.smallest[0] * facts.smallest[1]) facts.smallest = size;
    if (area > facts.largest[0] * facts.largest[1]) facts.largest = size;
  }

  private scale({ height, width, data }: Pixels, isTransparent: boolean): void {
    const size = `${height} x ${width}`;
    const { side } = this;
    if (!this.filter || size !== this.filterSize)
      this.filter = new BoxFilter([height, width, 4], [side, side], !this.form.isWhole);
    this.filterSize = size;
    this.filter.apply(isTransparent ? multiplied(data) : data, 0, this.square, 0);
  }

  private deepen(): void {
    const widened = (old: Levels, channels: number) => {
      const levels = this.levels(channels, true);
      for (let i = 0; i < old.length; i++) levels[i] = DEEPER * old[i]!;
      return levels;
    };
    this.colors = widened(this.colors, this.channels);
    this.opacity &&= widened(this.opacity, 1);
  }

  private addColors(): void {
    const grey = this.colors;
    const colors = this.levels(3, this.most > 255);
    const filled = this.count * this.side * this.side;
    for (let i = 0; i < filled; i++) colors.fill(grey[i]!, 3 * i, 3 * i + 3);
    this.colors = colors;
    this.channels = 3;
  }

  /** @param beside bytes that a pixel takes up already */
  private levels(channels: number, isDeep: boolean, beside = 0): Levels {
    const { name, room, side } = this;
    assertRoom(name, room, [side, side, channels], (isDeep ? 2 : 1) + beside);
    const length = room * side * side * channels;
    return isDeep ? new Uint16Array(length) : new Uint8Array(length);
  }
}

function hasGaps({ data }: Pixels): boolean {
  const full = data instanceof Uint16Array ? 65_535 : 255;
  for (let i = 3; i < data.length; i += 4) if (data[i] !== full) return true;
  return false;
}

function hasColor(square: Levels): boolean {
  for (let i = 0; i < square.length; i += 4)
    if (square[i] !== square[i + 1] || square[i] !== square[i + 2]) return true;
  return false;
}

/** Colors times opacity, so that what is seen through counts for nothing where pixels are averaged. */
function multiplied(data: Pixels["data"]): Float32Array {
  const full = data instanceof Uint16Array ? 65_535 : 255;
  return Float32Array.from(data, (level, i) => (i % 4 === 3 ? level : (level * data[i | 3]!) / full));
}
