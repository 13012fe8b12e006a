import { describe, expect, expectTypeOf, it } from "vitest";
import { PlaygroundError, problem, saidOf } from "../../src/i18n/errors";
import { ENGLISH } from "../../src/i18n/locale";
import { defineTexts, type Message, type Said, say, textsOf } from "../../src/i18n/message";
import { PSEUDO } from "../../src/i18n/pseudo";
import { english, translate, translateAll } from "../../src/i18n/translate";

const texts = defineTexts("i18n", {
  title: "Verdict",
  quote: "an arm's weights",
  step: "step {step} of {steps}",
  seeds: "{count, plural, one {1 seed} other {# seeds}}",
  deep: { list: ["first", "second {of}"] },
});

const french = { ...ENGLISH, tag: "fr", find: () => undefined };

describe("defineTexts", () => {
  it("names each text by its place", () => {
    expect(texts.title).toEqual({ id: "i18n.title", text: "Verdict" });
    expect(texts.deep.list[1].id).toBe("i18n.deep.list.1");
  });

  it("reads from the text what it has to be given", () => {
    expectTypeOf(texts.title).toEqualTypeOf<Message>();
    expectTypeOf(texts.seeds).toExtend<Message<{ count: number }>>();
    // @ts-expect-error: a text with braces cannot be said without what goes into them
    const unfinished: Said = texts.step;
    // @ts-expect-error: nor with something else
    say(texts.step, { step: 1 });
    expect(unfinished).toBe(texts.step);
  });
});

describe("translate", () => {
  it("says texts with their arguments, plurals and texts in texts", () => {
    expect(translate(texts.title)).toBe("Verdict");
    expect(translate(texts.quote)).toBe("an arm's weights");
    expect(translate(say(texts.step, { step: 4096, steps: 1e-8 }))).toBe("step 4096 of 1e-8");
    expect([1, 2].map((count) => translate(say(texts.seeds, { count })))).toEqual(["1 seed", "2 seeds"]);
    expect(translate(say(texts.step, { step: texts.title, steps: say(texts.seeds, { count: 3 }) }))).toBe(
      "step Verdict of 3 seeds",
    );
  });

  it("falls back to English words, with the language's own numbers", () => {
    expect(translate(say(texts.step, { step: 0.5, steps: -2 }), french)).toBe("step 0,5 of -2");
  });

  it("says what survives a message to the worker and back", () => {
    expect(translate(structuredClone(say(texts.step, { step: texts.title, steps: 2 })))).toBe("step Verdict of 2");
  });
});

describe("translateAll", () => {
  it("gives strings and functions, the same for the same language", () => {
    const t = translateAll(texts, PSEUDO);
    expect(t.title).toBe("Ṽééŕðîîçţ");
    expect(t.step({ step: "one", steps: 2 })).toBe("šţééþ one ööƒ 2");
    expect(t.deep.list[0]).toBe("ƒîîŕšţ");
    expect(translateAll(texts, PSEUDO)).toBe(t);
    expect(t.seeds({ count: 2 })).toBe("2 šééééðš");
  });
});

describe("textsOf", () => {
  it("makes messages of a registry's item by its id", () => {
    const item = { id: "knn", label: "kNN accuracy", formula: "\\frac{a}{b}", order: 3 };
    const messages = textsOf("i18n", item);
    expect(messages.label).toEqual({ id: "i18n.knn.label", text: "kNN accuracy" });
    expect(translateAll(messages).label).toBe("kNN accuracy");
    expect(textsOf("i18n", item)).toBe(messages);
  });
});

describe("PlaygroundError", () => {
  it("has a code with parameters, and an English message", () => {
    const cause = new Error("inner");
    const error = problem(texts.step, { step: 1, steps: 2 }, { cause });
    expect(error).toBeInstanceOf(PlaygroundError);
    expect([error.message, error.said.id, error.cause]).toEqual(["step 1 of 2", "i18n.step", cause]);
    expect(translate(saidOf(error), PSEUDO)).toBe("šţééþ 1 ööƒ 2");
  });

  it("lets other errors say what they say", () => {
    expect(english(saidOf(new TypeError("Failed to fetch {x}")))).toBe("Failed to fetch {x}");
    expect(translate(saidOf("plain"), PSEUDO)).toBe("plain");
  });
});
