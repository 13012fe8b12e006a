import { useEffect, useState } from "react";
import { usePlayground } from "../../context";
import { useLocale } from "../../language/useTexts";
import { signTab, tabOf } from "./tabSign";

/** Shows in the browser's tab how far the run has come, in the language of the page. */
export function useTabSign(): void {
  const playground = usePlayground();
  const locale = useLocale();
  const [tab] = useState(() => tabOf(document));
  // biome-ignore lint/correctness/useExhaustiveDependencies: another language is another title.
  useEffect(() => signTab(playground, tab), [playground, tab, locale]);
}
