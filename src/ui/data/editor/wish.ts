import {
  type Choices,
  type Outline,
  type OutlinePictures,
  PICTURE_CHOICES,
  type PictureChoices,
} from "../../../data/interpretation/outline";
import type { PictureLayout } from "../../../data/interpretation/pictures";
import type { Interpretation, Role } from "../../../data/interpretation/schema";

/** Changes of what is said of data. What nothing is said of any more is guessed. */

type Pictures = NonNullable<Interpretation["pictures"]>;

/** @param role null: as it is guessed */
export function withRole(wish: Interpretation, names: readonly string[], role: Role | null): Interpretation {
  const changed = new Set(names);
  const others = (wish.columns ?? []).filter(({ name }) => !changed.has(name));
  const columns = role === null ? others : [...others, ...names.map((name) => ({ name, role }))];
  return tidy({ ...wish, columns });
}

/** What is said of columns by their names: there may be thousands. */
export function rolesSaid({ columns = [] }: Interpretation): ReadonlyMap<string, Role> {
  return new Map(columns.map(({ name, role }) => [name, role]));
}

function isOfPictures(id: keyof Choices): id is keyof PictureChoices {
  return (PICTURE_CHOICES as readonly string[]).includes(id);
}

/** What is said of a choice; undefined where it is to be guessed. */
export function choiceSaid(wish: Interpretation, id: keyof Choices): string | undefined {
  return isOfPictures(id) ? wish.pictures?.[id] : wish[id];
}

/** @param value one of the choice's options; undefined: as it is guessed */
export function withChoice(wish: Interpretation, id: keyof Choices, value: string | undefined): Interpretation {
  if (!isOfPictures(id)) return tidy({ ...wish, [id]: value });
  return tidy({ ...wish, pictures: tidy({ ...wish.pictures, [id]: value }) });
}

/** Who says how pictures are laid out says that rows are pictures, where that is open. */
export function withPictures(
  wish: Interpretation,
  change: Partial<PictureLayout>,
  { choices }: Outline,
): Interpretation {
  const pictures = { ...wish.pictures, ...change };
  return tidy({ ...wish, pictures, ...(choices.rows !== undefined && { rows: "pictures" as const }) });
}

/**
 * A side together with the other one that makes up a row of so many numbers with it; by itself where there is none.
 *
 * @param size numbers of a row
 */
export function withSide(side: "height" | "width", length: number, size: number, channels: 1 | 3): Partial<Pictures> {
  const other = size / channels / length;
  const name = side === "height" ? "width" : "height";
  return Number.isInteger(other) ? { [side]: length, [name]: other } : { [side]: length };
}

/** As it was read, with what is said since. A file whose sides are given lies on its side where it is turned. */
export function layoutShown({ layout, open }: OutlinePictures, { pictures = {} }: Interpretation): PictureLayout {
  const shown = { ...layout, ...pictures };
  const isLying = shown.turned !== layout.turned && !open.includes("height");
  return isLying ? { ...shown, height: layout.width, width: layout.height } : shown;
}

/** Whether the numbers of a row make up a picture. */
export function fills({ height, width, channels }: PictureLayout, size: number): boolean {
  return height * width * channels === size;
}

/** Without what says nothing. */
function tidy<T extends object>(wish: T): T {
  const said = Object.entries(wish).filter(([, value]) => {
    if (value === undefined) return false;
    return typeof value !== "object" || Object.keys(value).length > 0;
  });
  return Object.fromEntries(said) as T;
}
