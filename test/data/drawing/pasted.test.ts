import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { classNameOf, type Drawing, EMPTY, MOST_POINTS, withPoints } from "../../../src/data/drawing/drawing";
import { drawingName, isDrawing } from "../../../src/data/drawing/names";
import { withPasted } from "../../../src/data/drawing/pasted";
import { drawingOf, INTERPRETATION, tableOf } from "../../../src/data/drawing/table";
import { loadDataset } from "../../../src/data/load";
import { saidOf } from "../../../src/i18n/errors";
import { translate } from "../../../src/i18n/translate";

const DRAWN = withPoints(EMPTY, 0, [{ x: 0.5, y: 0.5 }]);
/** Points as `x y class`. */
const pointsOf = ({ points, classes }: Drawing) => points.map(({ x, y, label }) => `${x} ${y} ${classes[label]}`);
const read = (text: string) => pointsOf(withPasted(EMPTY, text, 0).drawing);
const firstLeftOut = (text: string) => {
  const { leftOut } = withPasted(DRAWN, text, 1);
  return leftOut && [leftOut.count, translate(leftOut.first)];
};
const problemOf = (text: string): string => {
  try {
    withPasted(DRAWN, text, 0);
  } catch (error) {
    return translate(saidOf(error));
  }
  return "";
};

describe("pasted coordinates", () => {
  it("are read as spreadsheets, CSV files and people write them", () => {
    expect(read("0.1\t-0.2\tA\n0.3\t0.4\tB\n")).toEqual(["0.1 -0.2 A", "0.3 0.4 B"]);
    expect(read("0,1;-0,2;A\r\n0,3;0,4;A")).toEqual(["0.1 -0.2 A", "0.3 0.4 A"]);
    expect(read("0.1 0.2\n0.3 0.4")).toEqual(["0.1 0.2 1", "0.3 0.4 1"]);
    expect(read("id,label,y,x\n7,cat,2,1\n8,dog,4,3")).toEqual(["1 2 cat", "3 4 dog"]);
    expect(read("# made by hand\nlength,width,kind\n1,2,a\n\n3,4,b")).toEqual(["1 2 a", "3 4 b"]);
  });

  it("go to the classes of their names, or to the chosen one", () => {
    const { drawing, added, leftOut } = withPasted(DRAWN, "0,0,2\n0.1,0.1,new\n0.2,0.2\n0.3,0.3,1.0", 1);
    expect([added, leftOut]).toEqual([4, null]);
    expect(drawing.classes).toEqual(["1", "2", "new"]);
    expect(drawing.points.map(({ label }) => label)).toEqual([0, 1, 2, 1, 0]);
  });

  it("make the plane larger where they do not lie in it", () => {
    expect(withPasted(DRAWN, "0.1,0.2\n30,2", 0).drawing.plane).toEqual({ x: 14, y: 0, reach: 20 });
    expect(withPasted(DRAWN, "0.1,0.2", 0).drawing.plane).toBe(DRAWN.plane);
  });

  it("are left out by line and cell, and counted", () => {
    expect(firstLeftOut("0,0\n0.1,abc\n0.2\n0.3,0.3")).toEqual([2, 'Line 2, y: "abc" is no number.']);
    expect(firstLeftOut("0.1,abc\n0.2,0.3\n0.4,0.5")).toEqual([1, 'Line 1, y: "abc" is no number.']);
    expect(firstLeftOut("x,y\n0,0\n\n5")).toEqual([1, "Line 4 has no y."]);
    expect(firstLeftOut("0,0\n1,2,3,4")).toEqual([1, "Line 2 has 4 cells; x, y and a class are read."]);
    expect(firstLeftOut(`0,0\n1,2,${"n".repeat(41)}`)?.[1]).toBe(
      "Line 2: The name of a class has at most 40 characters.",
    );
    const classes = Array.from({ length: 14 }, (_, i) => `0,0,c${i}`).join("\n");
    expect(firstLeftOut(classes)).toEqual([4, 'Line 11: there is no room for class "c10", 12 are the most.']);
    const many = Array.from({ length: MOST_POINTS + 1 }, () => "0,0").join("\n");
    expect(firstLeftOut(many)).toEqual([2, `Line ${MOST_POINTS}: ${MOST_POINTS} points are the most.`]);
  });

  it("are refused where none can be read", () => {
    expect(problemOf("")).toContain("No line of coordinates was found");
    expect(problemOf("x,y")).toContain("No line of coordinates was found");
    expect(problemOf("1;1,107\n2;2,345")).toContain("Leave out the marks between thousands");
    expect(problemOf("hello")).toBe('No point was read. Line 1, x: "hello" is no number.');
    expect(problemOf("1,2\n".repeat(600_000))).toContain("characters are read at once");
  });

  it("may be any text at all: points and lines left out add up, or it is refused in words", () => {
    const text = fc
      .array(fc.stringMatching(/^[\d.,;\t "x#-]{0,12}$/), { maxLength: 8 })
      .map((lines) => lines.join("\n"));
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: "binary", maxLength: 60 })), (pasted) => {
        let said: string;
        try {
          const { added, drawing } = withPasted(DRAWN, pasted, 0);
          expect(drawing.points).toHaveLength(1 + added);
          said = "added";
        } catch (error) {
          said = translate(saidOf(error));
          expect((error as Error).name).toBe("DataError");
        }
        expect(said).not.toBe("");
      }),
      { numRuns: 500 },
    );
  });
});

describe("the table of a drawing", () => {
  const name = fc
    .oneof(fc.string({ unit: "grapheme", maxLength: 12 }), fc.stringMatching(/^[\d.,;"#|%' -]{1,8}$/))
    .map(classNameOf)
    .filter((own) => own !== null && own.length <= 40);
  const drawing = fc
    .record({
      classes: fc.uniqueArray(name, { minLength: 1, maxLength: 12 }),
      points: fc.array(
        fc.record({
          x: fc.double({ min: -1e9, max: 1e9, noNaN: true, noDefaultInfinity: true }),
          y: fc.double({ min: -1, max: 1, noNaN: true }),
          label: fc.nat(11),
        }),
        { minLength: 12, maxLength: 40 },
      ),
    })
    .map(({ classes, points }) => ({
      ...EMPTY,
      classes: classes as string[],
      points: points.map(({ x, y, label }) => ({ x: x + 0, y: y + 0, label: label % classes.length })),
    }));

  it("gives the drawing back", () => {
    fc.assert(
      fc.property(drawing, (drawn) => {
        expect(pointsOf(drawingOf(tableOf(drawn)))).toEqual(pointsOf(drawn));
      }),
    );
  });

  it("is trained on with all its points and classes", async () => {
    await fc.assert(
      fc.asyncProperty(drawing, async (drawn) => {
        const file = new File([tableOf(drawn)], "drawing 1.csv");
        const options = {
          id: "files",
          name: file.name,
          samples: 60_000,
          colour: "keep",
          interpretation: INTERPRETATION,
        };
        const files = { id: 1, files: [{ file, path: file.name }] };
        const { train, test, classNames, shape } = await loadDataset(options as never, 1, files);
        expect(train.count + test.count).toBe(drawn.points.length);
        expect(shape).toEqual([2]);
        const used = new Set(drawn.points.map(({ label }) => drawn.classes[label]!));
        expect(classNames).toEqual(used.size > 1 ? drawingOf(tableOf(drawn)).classes : []);
        expect(new Set(classNames)).toEqual(used.size > 1 ? used : new Set());
      }),
    );
  });

  it("has a name that no other one has", () => {
    expect(drawingName([])).toBe("drawing 1.csv");
    expect(drawingName(["drawing 4.csv", "iris.csv", "drawing 2.csv"])).toBe("drawing 5.csv");
    expect([isDrawing("drawing 5.csv"), isDrawing("drawing.csv")]).toEqual([true, false]);
  });
});
