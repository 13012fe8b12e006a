import { useSyncExternalStore } from "react";
import { currentLocale, type Locale, subscribeLocale } from "../../i18n/locale";
import type { Said } from "../../i18n/message";
import { type Translated, translate, translateAll } from "../../i18n/translate";

/** The language of the page; the component redraws when it changes. */
export function useLocale(): Locale {
  return useSyncExternalStore(subscribeLocale, currentLocale, currentLocale);
}

/**
 * A room's texts in the language of the page: strings, and functions of what a text has in its braces. To be used wherever
 * a component shows a text; one that shows only numbers calls `useLocale`.
 */
export function useTexts<Table extends object>(texts: Table): Translated<Table> {
  return translateAll(texts, useLocale());
}

/** Says texts with their arguments, in the language of the page. */
export function useTranslate(): (said: Said) => string {
  const locale = useLocale();
  return (said) => translate(said, locale);
}
