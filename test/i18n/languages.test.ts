import { afterEach, describe, expect, it } from "vitest";
import { chooseLanguage, firstLanguage, offeredLanguages } from "../../src/i18n";
import { localeOf } from "../../src/i18n/catalog";
import { currentLocale, ENGLISH, setLocale, subscribeLocale } from "../../src/i18n/locale";
import { accented } from "../../src/i18n/pseudo";
import { texts } from "../../src/i18n/texts";
import { translate } from "../../src/i18n/translate";

afterEach(() => setLocale(ENGLISH));

describe("languages", () => {
  it("are exchanged while others listen", async () => {
    const heard: string[] = [];
    const stop = subscribeLocale(() => heard.push(currentLocale().id));
    await chooseLanguage("pseudo");
    await chooseLanguage("en");
    stop();
    await chooseLanguage("pseudo");
    expect(heard).toEqual(["pseudo", "en"]);
  });

  it("are chosen by the first wish that can be met", () => {
    expect(firstLanguage([null, "nobody", "pseudo", "en"])).toBe("pseudo");
    expect(firstLanguage(["en-IN"])).toBe("en");
    expect(firstLanguage([])).toBe("en");
  });

  it("for development are offered there, or where they are spoken", () => {
    const ready = offeredLanguages(false, "en");
    expect(ready).toEqual(["en", "de", "zh"]);
    expect(offeredLanguages(true, "en")).toEqual([...ready, "pseudo"]);
    expect(offeredLanguages(false, "pseudo")).toEqual([...ready, "pseudo"]);
  });
});

describe("pseudo-language", () => {
  it("leaves alone what is in braces, and speaks in the branches of a plural", () => {
    expect(accented("{count, plural, one {# file} other {# files}} of {name}")).toBe(
      "{count, plural, one {# ƒîîļéé} other {# ƒîîļééš}} ööƒ {name}",
    );
  });

  it("is a third longer, as a rule", () => {
    const text = "Share of held-out samples whose nearest labelled neighbours name the right class.";
    expect(accented(text).length / text.length).toBeGreaterThan(1.25);
    expect(accented(text)).not.toMatch(/[a-z]/i);
  });
});

describe("a catalog", () => {
  const catalog = { i18n: { ...texts, nothing: "nichts" } } as unknown as Parameters<typeof localeOf>[1];
  const german = localeOf({ id: "de", tag: "de", direction: "ltr" }, catalog);

  it("is looked up by the ids of the texts", () => {
    expect(translate(texts.nothing, german)).toBe("nichts");
    expect(translate({ id: "i18n.unknown", text: "English" }, german)).toBe("English");
  });
});
