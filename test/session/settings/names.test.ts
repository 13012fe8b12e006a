import { afterEach, describe, expect, it } from "vitest";
import { ENGLISH, setLocale } from "../../../src/i18n/locale";
import { PSEUDO } from "../../../src/i18n/pseudo";
import { rowTexts, settingName } from "../../../src/session/settings/names";
import { FIELDS } from "../../../src/session/settings/sections";

afterEach(() => setLocale(ENGLISH));

const PATHS = [...new Set(FIELDS.map(({ path }) => path))];

describe("what settings are called", () => {
  it("is said in the language of the page, with what their tooltips say", () => {
    setLocale(PSEUDO);
    for (const field of FIELDS) {
      const { label, tooltip, options = {} } = rowTexts(field);
      for (const text of [settingName(field.path), label, tooltip, ...Object.values(options)])
        expect(text, field.path).not.toMatch(/[a-z]/i);
    }
  });

  it("is a text of its own for each, where they are called differently", () => {
    const names = PATHS.map(settingName);
    setLocale({ ...ENGLISH, find: (id) => id });
    const ids = PATHS.map(settingName);
    const byId = new Map(ids.map((id, i) => [id, names[i]]));
    expect(ids.map((id) => byId.get(id))).toEqual(names);
  });
});
