import { eachCell } from "./cells";
import type { Leaf } from "./chunk";
import type { ParquetFile, RowGroup } from "./file";
import { type ImageColumns, imageColumns } from "./schema";

/** Labels that are texts get numbers as they come; the files of a data set share them. Classes are in the order of the alphabet. */
export class TextClasses {
  private readonly numbers = new Map<string, number>();

  numberOf(text: string): number {
    const number = this.numbers.get(text) ?? this.numbers.size;
    this.numbers.set(text, number);
    return number;
  }

  get names(): string[] {
    return [...this.numbers.keys()].sort();
  }

  /** Of each number, the place of its class. */
  get places(): number[] {
    const { names } = this;
    return [...this.numbers.keys()].map((name) => names.indexOf(name));
  }
}

/** Rows of a file of encoded images. */
export class ImageTable {
  readonly name: string;
  readonly columns: ImageColumns;
  readonly groups: readonly RowGroup[];
  private readonly file: ParquetFile;
  private readonly classes: TextClasses;

  private constructor(file: ParquetFile, columns: ImageColumns, classes: TextClasses) {
    this.name = file.name;
    this.columns = columns;
    this.groups = file.groups;
    this.file = file;
    this.classes = classes;
  }

  /**
   * @param classes of labels that are texts
   * @returns null where there is no column of images
   */
  static of(file: ParquetFile, classes: TextClasses): ImageTable | null {
    const columns = imageColumns(file);
    return columns && new ImageTable(file, columns, classes);
  }

  /** Labels of a row group; a missing one is -1. */
  async labels(group: RowGroup): Promise<number[]> {
    const values = await this.read(group, this.columns.label!);
    return values.map((value) => {
      if (typeof value === "string") return this.classes.numberOf(value);
      return value === null ? -1 : Number(value);
    });
  }

  /** Encoded images of a row group; a missing one is empty. */
  async images(group: RowGroup): Promise<Uint8Array<ArrayBuffer>[]> {
    const values = await this.read(group, this.columns.image);
    return values.map((value) => (value instanceof Uint8Array ? new Uint8Array(value) : new Uint8Array(0)));
  }

  /** The first path, where images of the file lie elsewhere; null where they are in it. */
  async pathInstead(): Promise<string | null> {
    const [group] = this.groups;
    if (!group || !this.columns.path) return null;
    const images = await this.images(group);
    if (images.some(({ length }) => length > 0)) return null;
    const paths = await this.read(group, this.columns.path);
    return paths.find((path) => typeof path === "string") ?? null;
  }

  private async read(group: RowGroup, leaf: Leaf): Promise<unknown[]> {
    const values: unknown[] = [];
    await this.file.read(group, leaf, (page) => eachCell(page, leaf, (value) => values.push(value)));
    return values;
  }
}
