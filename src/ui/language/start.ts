import { chooseLanguage, firstLanguage, type LanguageId } from "../../i18n";
import { currentLocale, subscribeLocale } from "../../i18n/locale";

/** Which language the page speaks, from before it is drawn; kept in this browser once somebody has chosen one. */

const KEY = "flatnce-language";

/** Speaks the language of the address (`?lang=pseudo`), the one that was chosen before, or the browser's. */
export async function startLanguage(): Promise<void> {
  subscribeLocale(markDocument);
  await chooseLanguage(firstLanguage([askedLanguage(), storedLanguage(), ...navigator.languages]));
}

/** The language that the address asks for. */
export function askedLanguage(): string | null {
  return new URLSearchParams(window.location.search).get("lang");
}

/** Speaks a language, and keeps the choice. */
export async function switchLanguage(id: LanguageId): Promise<void> {
  await chooseLanguage(id);
  storeLanguage(id);
}

function markDocument(): void {
  const { tag, direction } = currentLocale();
  document.documentElement.lang = tag.split("-")[0] ?? tag;
  document.documentElement.dir = direction;
}

/** A browser may be set to keep nothing; then the language is chosen anew each time. */
function storedLanguage(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function storeLanguage(id: LanguageId): void {
  try {
    localStorage.setItem(KEY, id);
  } catch (error) {
    console.info("The language cannot be kept in this browser.", error);
  }
}
