import { describe, expect, expectTypeOf, it } from "vitest";
import type { PresetText } from "../../src/config/presets";
import { LANGUAGES } from "../../src/i18n";
import type { Catalog } from "../../src/i18n/catalog";
import { optionsOf, parse, type Tree } from "../../src/i18n/compile";
import { ENGLISH } from "../../src/i18n/locale";
import type { Message } from "../../src/i18n/message";
import { METRIC_IDS, METRICS, type MetricId } from "../../src/metrics";
import type { Metric } from "../../src/metrics/types";
import type { EncoderId } from "../../src/models";

/** Every table of texts that there is. */
const TABLES = import.meta.glob<{ texts?: object }>(["../../src/**/*[tT]exts.ts", "../../src/**/errors.ts"], {
  eager: true,
});

function messagesIn(entry: unknown): Message[] {
  if (typeof entry !== "object" || entry === null) return [];
  if ("id" in entry && "text" in entry && typeof entry.id === "string") return [entry as Message];
  return Object.values(entry).flatMap(messagesIn);
}

const MESSAGES = Object.values(TABLES).flatMap(({ texts }) => messagesIn(texts));

/** Names in the braces of a text. */
function namesIn(tree: Tree): string[] {
  return tree.flatMap((element) => [
    ...("value" in element && element.type > 0 ? [String(element.value)] : []),
    ...optionsOf(element).flatMap(namesIn),
  ]);
}

const bracesOf = (text: string) => [...new Set(namesIn(parse(text).getAst()))].sort();

/** What is counted: one of them must not be said as many. What is refused for its number (`{most}`) is more than one. */
const COUNTED =
  /\{(?!most|least|batchSize|encoder|objective|share|names?\})(\w+)\} (?:[a-z-]+ )?(?:cells|columns|files|groups|images|labels|learners|numbers|pairs|rows|runs|samples|seeds|steps)\b/;

/** Places of the texts that the types of a catalog let be missing. */
function saidBySome({ short, headline, marks }: Metric): string[] {
  const places = { short, "headline.name": headline?.name, "headline.says": headline?.says };
  const said = Object.entries(places).flatMap(([place, text]) => (text === undefined ? [] : [place]));
  return [...said, ...marks.map((_, i) => `marks.${i}.text`)];
}

describe("the texts", () => {
  it("are many, have ids of their own, and can be parsed", () => {
    expect(MESSAGES.length).toBeGreaterThan(300);
    expect(new Set(MESSAGES.map(({ id }) => id)).size).toBe(MESSAGES.length);
    for (const { text } of MESSAGES) expect(() => parse(text)).not.toThrow();
  });

  it("speak of one thing as of one", () => {
    const counts = MESSAGES.filter(({ text }) => !text.includes("{most}"));
    for (const { id, text } of counts) expect(COUNTED.exec(text)?.[0], id).toBeUndefined();
  });

  it("say what only some metrics say in every language", async () => {
    const ids = METRIC_IDS.flatMap((id) => saidBySome(METRICS[id]).map((place) => `metrics.${id}.${place}`));
    expect(ids).toContain("metrics.infoNce.marks.0.text");
    for (const language of Object.values(LANGUAGES)) {
      const locale = await language.load();
      for (const id of ids) expect(locale.find(id, ""), `${locale.id} ${id}`).toBeDefined();
    }
  });

  it("have the same braces in every language", async () => {
    for (const language of Object.values(LANGUAGES)) {
      const locale = await language.load();
      for (const { id, text } of MESSAGES)
        expect(bracesOf(locale.find(id, text) ?? text), `${locale.id} ${id}`).toEqual(bracesOf(text));
    }
    expect((await LANGUAGES.en.load()).id).toBe(ENGLISH.id);
  });
});

describe("a catalog", () => {
  it("has to have every text, and none that is no more", () => {
    expectTypeOf<Catalog["verdict"]["title"]>().toEqualTypeOf<string>();
    expectTypeOf<Catalog["metrics"]["knnAccuracy"]["guide"]>().toEqualTypeOf<string>();
    expectTypeOf<{ language: string }>().toExtend<Catalog["language"]>();
    // @ts-expect-error: a text is missing
    const lacking: Catalog["components"] = { about: "" };
    // @ts-expect-error: a text that there is not
    const stale: Catalog["language"] = { language: "", more: "" };
    expect([lacking, stale]).toHaveLength(2);
  });

  it("has to have the words of every field, by its path or its wording, with those of its options", () => {
    type Fields = Catalog["fields"];
    expectTypeOf<"batchSize" | "dataset.samples.files" | "encoder.norm" | "sweep.budget">().toExtend<keyof Fields>();
    expectTypeOf<"augmentation.strength" | "augmentation.turn" | "augmentation.maxBlur">().toExtend<keyof Fields>();
    for (const stale of ["batchsize", "augmentation.tilt", "bound.budget", "encoder.height"] as const)
      expectTypeOf(stale).not.toExtend<keyof Fields>();
    expectTypeOf<keyof Fields["augmentation.flip"]>().toEqualTypeOf<"name">();
    expectTypeOf<keyof Fields["dataset.samples"]>().toEqualTypeOf<"label" | "tooltip" | "name">();
    expectTypeOf<keyof Fields["optimizer.id"]["options"]>().toEqualTypeOf<"adam" | "sgd" | "lars">();
    expectTypeOf<keyof Fields["encoder.id"]["options"]>().toEqualTypeOf<EncoderId>();
    expectTypeOf<keyof Fields["sweep.metric"]["options"]>().toEqualTypeOf<MetricId>();
    // @ts-expect-error: a word of an option is missing
    const lacking: Fields["kernels"] = { label: "", tooltip: "", options: { fused: "" } };
    // @ts-expect-error: an option that there is not
    const stale: Fields["kernels"] = { label: "", tooltip: "", options: { fused: "", reference: "", more: "" } };
    expect([lacking, stale]).toHaveLength(2);
  });

  it("has to have every preset, with its twist where it has one", () => {
    expectTypeOf<"vanish" | "warm">().toExtend<keyof Catalog["presets"]>();
    expectTypeOf<"nothing">().not.toExtend<keyof Catalog["presets"]>();
    expectTypeOf<Catalog["presets"]["vanish"]["twist"]>().toEqualTypeOf<{ readonly label: string }>();
    expectTypeOf<keyof Catalog["presets"]["circle"]>().toEqualTypeOf<PresetText>();
  });
});
