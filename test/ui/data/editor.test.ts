import { describe, expect, test } from "vitest";
import type { Outline, OutlineField } from "../../../src/data/interpretation/outline";
import { interpretation, type Role } from "../../../src/data/interpretation/schema";
import { texts } from "../../../src/data/interpretation/texts";
import { groupsOf } from "../../../src/ui/data/editor/groups";
import {
  choiceSaid,
  layoutShown,
  rolesSaid,
  withChoice,
  withPictures,
  withRole,
  withSide,
} from "../../../src/ui/data/editor/wish";

const OUTLINE: Outline = { of: "columns", fields: [], more: 0, choices: { rows: "features" }, pictures: null };
const LAYOUT = { height: 28, width: 20, channels: 1, order: "interleaved", turned: false } as const;

describe("what is said of data", () => {
  test("names a role once, and none where it is to be guessed again", () => {
    const once = withRole({}, ["a"], "label");
    const twice = withRole(once, ["a", "b"], "feature");
    expect(["a", "b", "c"].map((name) => rolesSaid(twice).get(name) ?? null)).toEqual(["feature", "feature", null]);
    expect(withRole(twice, ["a", "b"], null)).toEqual({});
    expect(interpretation.parse(twice)).toEqual(twice);
  });

  test("leaves out a choice that is to be guessed", () => {
    const said = withChoice({ rows: "features" }, "missing", "mean");
    expect(said).toEqual({ rows: "features", missing: "mean" });
    expect(withChoice(said, "missing", undefined)).toEqual({ rows: "features" });
  });

  test("has the choices of pictures beside their layout", () => {
    const said = withChoice({ pictures: { turned: true } }, "ground", "black");
    expect(said).toEqual({ pictures: { turned: true, ground: "black" } });
    expect([choiceSaid(said, "ground"), choiceSaid(said, "range"), choiceSaid(said, "rows")]).toEqual([
      "black",
      undefined,
      undefined,
    ]);
    expect(withChoice(withChoice({}, "range", "asIs"), "range", undefined)).toEqual({});
  });

  test("of a layout says that rows are pictures, where that is open", () => {
    expect(withPictures({}, { turned: true }, OUTLINE)).toEqual({ pictures: { turned: true }, rows: "pictures" });
    expect(withPictures({}, { turned: true }, { ...OUTLINE, choices: {} })).toEqual({ pictures: { turned: true } });
  });

  test("of one side says the other, where they make up a row", () => {
    expect(withSide("height", 14, 784, 1)).toEqual({ height: 14, width: 56 });
    expect(withSide("width", 16, 768, 3)).toEqual({ width: 16, height: 16 });
    expect(withSide("height", 13, 784, 1)).toEqual({ height: 13 });
  });

  test("turns a picture whose sides the file gives", () => {
    const pictures = { layout: LAYOUT, size: 560, values: new Uint8Array(560) };
    const turned = { pictures: { turned: true } };
    expect(layoutShown({ ...pictures, open: ["turned"] }, turned)).toMatchObject({ height: 20, width: 28 });
    expect(layoutShown({ ...pictures, open: ["height", "turned"] }, turned)).toMatchObject({ height: 28, width: 20 });
  });
});

describe("columns in the editor", () => {
  const field = (name: string, role: Role): OutlineField => ({ name, role, reason: texts.number, cells: [] });
  const many = (count: number) => Array.from({ length: count }, (_, i) => field(`p${i}`, "feature"));
  const sizes = (fields: OutlineField[]) => groupsOf(fields).map((group) => group.fields.length);

  test("stand one by one, unless many follow each other that are alike", () => {
    expect(sizes([field("y", "label"), ...many(784), field("id", "identifier")])).toEqual([1, 784, 1]);
    expect(sizes(many(6))).toEqual([1, 1, 1, 1, 1, 1]);
    expect(sizes([...many(4), field("y", "label"), ...many(4)])).toHaveLength(9);
  });
});
