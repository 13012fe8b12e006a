import { chooseLanguage, firstLanguage, type LanguageId } from "../../i18n";
import { currentLocale, subscribeLocale } from "../../i18n/locale";
import { keptText } from "../../storage/keptText";

/** Which language the page speaks, from before it is drawn; kept in this browser once somebody has chosen one. */

/** Where a browser keeps nothing, the language is chosen anew each time. */
const chosen = keptText(() => localStorage, "flatnce-language", "The language cannot be kept in this browser.");

/** Speaks the language of the address (`?lang=pseudo`), the one that was chosen before, or the browser's. */
export async function startLanguage(): Promise<void> {
  subscribeLocale(markDocument);
  await chooseLanguage(firstLanguage([askedLanguage(), chosen.read(), ...navigator.languages]));
}

/** The language that the address asks for. */
export function askedLanguage(): string | null {
  return new URLSearchParams(window.location.search).get("lang");
}

/** Speaks a language, and keeps the choice. */
export async function switchLanguage(id: LanguageId): Promise<void> {
  await chooseLanguage(id);
  chosen.write(id);
}

function markDocument(): void {
  const { tag, direction } = currentLocale();
  // With its region, by which a browser draws the characters that Chinese and Japanese share.
  document.documentElement.lang = tag;
  document.documentElement.dir = direction;
}
