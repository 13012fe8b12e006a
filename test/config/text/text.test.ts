import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaults, parseConfig } from "../../../src/config/parse";
import { PRESETS, presetConfig } from "../../../src/config/presets";
import { texts as errors } from "../../../src/config/text/errors";
import { scanJson } from "../../../src/config/text/scan";
import { rangeOfLine, readConfig, writeConfig } from "../../../src/config/text/text";
import { translate } from "../../../src/i18n/translate";
import { ENCODER_IDS } from "../../../src/models";
import { configInput } from "../../support/configInputs";

const isJson = (text: string) => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

/** What is wrong with a text, as `line:column path: problem`. */
function problems(text: string): string[] {
  const result = readConfig(text);
  if (result.ok) return [];
  return result.messages.map(({ line, column, path, said }) => `${line}:${column} ${path}: ${translate(said)}`);
}

describe("a config as JSON", () => {
  it("is read back as it was, written whole or as what is not the default", () => {
    fc.assert(
      fc.property(configInput, fc.boolean(), (input, whole) => {
        const result = parseConfig(input);
        if (!result.ok) return;
        expect(readConfig(writeConfig(result.config, whole))).toEqual({ ok: true, config: result.config });
      }),
    );
    const encoders = ENCODER_IDS.map((id) => parseConfig({ dataset: { id: "glyphs" }, encoder: { id } }));
    const known = [...PRESETS.map(({ id }) => presetConfig(id)), ...encoders.map((read) => read.ok && read.config)];
    for (const config of known)
      for (const whole of [true, false])
        expect(readConfig(writeConfig(config || defaults(), whole))).toEqual({ ok: true, config });
  });

  it("is nothing but what differs, if that is wanted", () => {
    expect(writeConfig(defaults(), false)).toBe("{}");
    expect(JSON.parse(writeConfig({ ...defaults(), batchSize: 64 }, false))).toEqual({ batchSize: 64 });
    expect(Object.keys(JSON.parse(writeConfig(defaults(), true)))).toEqual(Object.keys(defaults()));
  });

  it("is refused where it is no JSON, with the line and the column", () => {
    expect(problems('{\n  "batchSize": 8,\n}')).toEqual([
      "2:17 : nothing follows this comma; JSON has none before a closing bracket",
    ]);
    expect(problems("{\n  'seeds': 3\n}")).toEqual(["2:3 : a name in double quotes is expected here"]);
    expect(problems('{"seeds": 03}')).toEqual(["1:11 : this is no number of JSON's"]);
    expect(problems('{"seeds": 3')).toEqual(["1:12 : a comma or } is expected here"]);
    expect(problems("")).toEqual(["1:1 : a value is expected here"]);
  });

  it("is refused where a field is wrong, each at its line, and the arm's at the arm's", () => {
    const text = `{
  "batchSize": 1,
  "speed": 3,
  "optimizer": {
    "learningRate": "fast"
  },
  "arms": [
    { "objective": "infoNce" },
    {
      "objective": "flatNce",
      "temperature": 90
    }
  ]
}`;
    expect(problems(text).map((line) => line.split(": ")[0])).toEqual([
      "2:3 batchSize",
      "3:3 speed",
      "5:5 optimizer.learningRate",
      "11:7 arms[1].temperature",
    ]);
    // What only fields together make wrong is at the one that has to give way; one that is not written, at the whole.
    expect(problems('{\n  "dataset": {"samples": 200},\n  "batchSize": 512\n}')[0]).toMatch(/^3:3 batchSize: /);
    expect(problems('{\n "arms": [{}]\n}')[0]).toMatch(/^2:11 arms\[0\]\.objective: /);
    expect(problems("[1]")[0]).toMatch(/^1:1 : /);
  });

  it("takes any text without throwing, and as JSON what JSON.parse takes", () => {
    const looksLikeJson = fc.oneof(
      fc.string({ unit: fc.constantFrom(..."{}[],:\"\\ \n\t-+.01eEtrufalsn'a") }),
      fc.json(),
      fc.json().chain((text) => fc.nat(text.length).map((at) => text.slice(0, at) + text.slice(at + 1))),
      fc.string({ unit: "binary" }),
    );
    fc.assert(
      fc.property(looksLikeJson, (text) => {
        expect(scanJson(text).ok).toBe(isJson(text));
        readConfig(text);
      }),
      { numRuns: 500 },
    );
    expect(problems("[".repeat(1e5))).toEqual(["1:52 : this is nested too deeply"]);
    expect(readConfig(`{"arms": "${"x".repeat(3e6)}"}`).ok).toBe(false);
  });

  it("reads a text whose closing quote is missing, however long, in one pass", () => {
    const plain = "x".repeat(10_000);
    expect(problems(`{"dataset": "${plain}`)).toEqual([`1:13 : ${translate(errors.text)}`]);
    const pieces = fc.array(fc.constantFrom("a", "\u00e9", '\\"', "\\\\", "\\u00e9"), {
      minLength: 2_000,
      maxLength: 5_000,
    });
    fc.assert(
      fc.property(pieces, (unclosed) => {
        const text = `["${unclosed.join("")}`;
        expect(scanJson(text)).toEqual({ ok: false, at: 1, said: errors.text });
        expect(scanJson(`${text}"]`).ok).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  it("knows where a line begins and ends", () => {
    expect([1, 2, 3].map((line) => rangeOfLine("ab\n\ncde", line))).toEqual([
      [0, 2],
      [3, 3],
      [4, 7],
    ]);
  });
});
