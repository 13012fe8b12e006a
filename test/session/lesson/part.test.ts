import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatUrl, parseUrl } from "../../../src/session/address/address";
import { EMPTY_LESSON, LIMITS, lessonSchema } from "../../../src/session/lesson/lesson";
import { EVERYTHING } from "../../../src/session/panels/arrangement";
import { state } from "../urlStates";
import { anyLesson, USUAL } from "./lessons";

const pathsOf = (hash: string) => parseUrl(hash).errors.map(({ path }) => path);

describe("the lesson of an address", () => {
  it("is read as it was written", () => {
    fc.assert(
      fc.property(anyLesson, (lesson) => {
        const read = parseUrl(`#${formatUrl(state({ lesson }))}`);
        expect(read.errors).toEqual([]);
        expect(read.lesson).toEqual(lesson);
      }),
    );
  });

  it("is none where nothing is said of one, and not written then", () => {
    expect(parseUrl("#preset=points").lesson).toBeNull();
    expect(formatUrl(state({}))).toBe("");
    expect(parseUrl("#lesson").lesson).toEqual(EMPTY_LESSON);
  });

  it("with a task, a prediction, locked settings and few panels has less than 2,000 characters", () => {
    const arrangement = {
      ...EVERYTHING,
      panels: ["loss", "variance", "verdict", "settings"],
      lockedControls: ["settings"],
    };
    const hash = formatUrl(state({ presetId: "vanish", lesson: USUAL, arrangement }));
    expect(hash.length).toBeGreaterThan(500);
    expect(`https://example.github.io/flatnce-playground/#${hash}`.length).toBeLessThan(2000);
  });

  it("says what cannot be read, each thing by its name, and shows the rest", () => {
    const hash =
      "lesson=7&lesson.title=T&lesson.stop=0&lesson.start=1e9&lesson.zoom=4,1&lesson.predict=between:nothing:0:1&lesson.color=red";
    expect(pathsOf(hash)).toEqual([
      "lesson",
      "lesson.stop",
      "lesson.start",
      "lesson.zoom",
      "lesson.predict",
      "lesson.color",
    ]);
    expect(parseUrl(hash).lesson).toEqual({ ...EMPTY_LESSON, title: "T" });
    for (const wrong of [
      "between:infoNce:0",
      "between:infoNce:1:1",
      "growth:infoNce:9",
      "more:infoNce:0",
      "growth:toString:0",
    ])
      expect(pathsOf(`lesson.predict=${wrong}`), wrong).toEqual(["lesson.predict"]);
  });

  it("is bounded: longer texts are cut, and that is said", () => {
    const { lesson, errors } = parseUrl(`lesson.title=${"x".repeat(5000)}&lesson.task=${"y".repeat(90_000)}`);
    expect([lesson?.title.length, lesson?.task.length]).toEqual([LIMITS.title, LIMITS.task]);
    expect(errors.map(({ message }) => message)).toEqual([
      expect.stringContaining("5,000 characters"),
      expect.stringContaining("90,000 characters"),
    ]);
    // No half of a character is left, which no address could be written of.
    const cut = parseUrl(`lesson.title=${encodeURIComponent("😀".repeat(100))}x`).lesson;
    expect(() => formatUrl(state({ lesson: cut }))).not.toThrow();
  });

  it("loses what cannot be seen, and what turns a text around", () => {
    const text = encodeURIComponent("a\u0000b\u202ec\u2066d\ne");
    const { lesson } = parseUrl(`lesson.title=${text}&lesson.task=${text}`);
    expect([lesson?.title, lesson?.task]).toEqual(["abcd e", "abcd\ne"]);
  });

  it("is a lesson whatever is written, and never throws", () => {
    const key = fc.constantFrom("", ".title", ".task", ".start", ".stop", ".predict", ".ask", ".zoom", ".__proto__");
    fc.assert(
      fc.property(fc.array(fc.tuple(key, fc.string({ unit: "binary", maxLength: 40 }))), (entries) => {
        const hash = entries.map(([name, text]) => `lesson${name}=${text.replace(/[&#]/g, "")}`).join("&");
        const { lesson } = parseUrl(hash);
        if (!lesson) return;
        expect(lessonSchema.safeParse(lesson).success).toBe(true);
        expect(parseUrl(formatUrl(state({ lesson }))).lesson).toEqual(lesson);
      }),
      { numRuns: 20 },
    );
  });
});
