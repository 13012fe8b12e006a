import { type Said, say } from "../../i18n/message";
import { DataError } from "../errors";
import { inOrder, labelRank } from "../interpretation/names";
import { linesOf, type TextLine } from "../readers/csv/lines";
import { isOpen, type Notation, numberIn } from "../readers/csv/numbers";
import { classNameOf, type Drawing, type DrawnPoint, MOST_CLASSES, MOST_POINTS, problemOf } from "./drawing";
import { planeFor } from "./plane";
import { texts } from "./texts";

/** Characters of a text that are read: more than there is room for points. */
const LONGEST = 2 ** 21;
/** Characters of a cell that are shown. */
const SHOWN = 40;

export interface Pasted {
  drawing: Drawing;
  added: number;
  /** Lines that became no point, and why the first of them did not. */
  leftOut: { count: number; first: Said } | null;
}

/**
 * Adds points that a text has one of in each line: x, y and perhaps the class, as spreadsheets and CSV files write them. The plane
 * grows where they do not lie in it. What cannot be read is left out, and counted.
 *
 * @param label class of the lines that name none
 * @param decimal where it is settled which decimal mark the text has
 * @throws DataError where no line can be read, or the text is too long
 */
export function withPasted(drawing: Drawing, text: string, label: number, decimal?: "point" | "comma"): Pasted {
  if (text.length > LONGEST) throw new DataError(say(texts.tooLong, { most: LONGEST }));
  const { notation, lines } = linesOf(text, decimal);
  const reader = new LineReader(drawing, label, notation);
  const places = headerOf(lines[0], notation);
  if (places) reader.places = places;
  for (const line of places ? lines.slice(1) : lines) reader.read(line);
  return reader.finish();
}

interface Places {
  x: number;
  y: number;
  label: number;
  /** Cells that a line may have. */
  most: number;
}

const IN_ORDER: Places = { x: 0, y: 1, label: 2, most: 3 };

/** Where the columns are that a first line names; null where it names none. */
function headerOf(line: TextLine | undefined, notation: Notation): Places | null {
  const names = line?.cells.map((cell) => cell.toLowerCase()) ?? [];
  if (names.slice(0, 2).some((name) => !Number.isNaN(numberIn(name, notation)))) return null;
  const [x, y] = [names.indexOf("x"), names.indexOf("y")];
  if (x < 0 || y < 0) return names.length > 1 ? IN_ORDER : null;
  const label = names.findIndex((name) => labelRank(name) > 1);
  return { x, y, label: label < 0 && names.length === 3 ? 3 - x - y : label, most: names.length };
}

interface NamedPoint extends Pick<DrawnPoint, "x" | "y"> {
  name: string;
}

class LineReader {
  places = IN_ORDER;
  private readonly drawing: Drawing;
  private readonly notation: Notation;
  /** What lines belong to that name no class. */
  private readonly chosen: string;
  /** Those that have points: empty ones give way to what comes. */
  private readonly classes: string[];
  private readonly added: NamedPoint[] = [];
  private leftOut: Pasted["leftOut"] = null;

  constructor(drawing: Drawing, label: number, notation: Notation) {
    this.drawing = drawing;
    this.notation = notation;
    this.chosen = drawing.classes[label]!;
    this.classes = drawing.points.length > 0 ? [...drawing.classes] : [];
  }

  read(line: TextLine): void {
    const point = this.pointOf(line);
    if ("id" in point) this.leftOut = { count: (this.leftOut?.count ?? 0) + 1, first: this.leftOut?.first ?? point };
    else this.added.push(point);
  }

  finish(): Pasted {
    const { added, leftOut } = this;
    if (added.length === 0)
      throw new DataError(leftOut ? say(texts.noneRead, { reason: leftOut.first }) : texts.nothing);
    const { points, plane } = this.drawing;
    const classes = points.length > 0 ? this.classes : inOrder(this.classes);
    const labels = new Map(classes.map((name, label) => [name, label]));
    const labeled = added.map(({ x, y, name }) => ({ x, y, label: labels.get(name)! }));
    return {
      drawing: {
        plane: planeFor(added, points.length > 0 ? plane : null),
        classes,
        points: [...points, ...labeled],
      },
      added: added.length,
      leftOut,
    };
  }

  private pointOf({ line, cells }: TextLine): NamedPoint | Said {
    const { places } = this;
    if (cells.length > places.most) return say(texts.manyCells, { line, count: cells.length });
    const x = this.numberOf(line, cells[places.x] ?? "", "x");
    if (typeof x !== "number") return x;
    const y = this.numberOf(line, cells[places.y] ?? "", "y");
    if (typeof y !== "number") return y;
    if (this.drawing.points.length + this.added.length >= MOST_POINTS)
      return say(texts.full, { line, most: MOST_POINTS });
    const name = classNameOf(cells[places.label] ?? "") ?? this.chosen;
    return this.refusal(line, name) ?? { x, y, name };
  }

  private numberOf(line: number, cell: string, column: string): number | Said {
    const value = numberIn(cell, this.notation);
    if (!Number.isNaN(value)) return value;
    if (cell === "") return say(texts.noCell, { line, column });
    return say(isOpen(cell) ? texts.openCell : texts.noNumber, { line, column, cell: cell.slice(0, SHOWN) });
  }

  /** Null where the class is there, or comes to those that are. */
  private refusal(line: number, name: string): Said | null {
    if (this.classes.includes(name)) return null;
    const problem = problemOf(name);
    if (problem) return say(texts.inLine, { line, problem });
    if (this.classes.length >= MOST_CLASSES) return say(texts.manyClasses, { line, name, most: MOST_CLASSES });
    this.classes.push(name);
    return null;
  }
}
