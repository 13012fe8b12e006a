import { localeOf } from "./catalog";
import { ENGLISH, type Locale, setLocale } from "./locale";
import { PSEUDO } from "./pseudo";

/** The languages of the page. To add one: a folder with its catalog, and a line here (docs/adding-a-language.md). */

export interface Language {
  /** In itself. */
  name: string;
  /** Whether only those who build the page see it, or ask for it in the address. */
  isForDevelopment?: boolean;
  load(): Promise<Locale>;
}

export const LANGUAGES = {
  en: { name: "English", load: async () => ENGLISH },
  de: {
    name: "Deutsch",
    load: async () => localeOf({ id: "de", tag: "de", direction: "ltr" }, (await import("./de")).default),
  },
  zh: {
    name: "简体中文",
    load: async () => localeOf({ id: "zh", tag: "zh-CN", direction: "ltr" }, (await import("./zh")).default),
  },
  pseudo: { name: "Þšéûûðöö", isForDevelopment: true, load: async () => PSEUDO },
} satisfies Record<string, Language>;

export type LanguageId = keyof typeof LANGUAGES;
const LANGUAGE_IDS = Object.keys(LANGUAGES) as LanguageId[];

export function isLanguageId(id: unknown): id is LanguageId {
  return typeof id === "string" && Object.hasOwn(LANGUAGES, id);
}

/** Fetches a language and speaks it from then on. */
export async function chooseLanguage(id: LanguageId): Promise<void> {
  setLocale(await LANGUAGES[id].load());
}

/**
 * What the page offers: all that users have, and those for development where they are asked for.
 *
 * @param asked the one that is spoken or stands in the address
 */
export function offeredLanguages(isDevelopment: boolean, asked: LanguageId): LanguageId[] {
  return LANGUAGE_IDS.filter((id) => {
    const language: Language = LANGUAGES[id];
    return !language.isForDevelopment || isDevelopment || id === asked;
  });
}

/**
 * The language to begin with.
 *
 * @param wishes ids or BCP 47 tags, the most important first: of the address, kept from before, of the browser
 */
export function firstLanguage(wishes: readonly (string | null)[]): LanguageId {
  const ids = wishes.flatMap((wish) => [wish, wish?.split("-")[0]]);
  return ids.find(isLanguageId) ?? "en";
}
