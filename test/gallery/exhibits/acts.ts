import { frames } from "../frame/frames";

/** What a user would do in an exhibit before it is looked at. */

/** Chooses an alternative of a segmented control, by its value. */
export function choose(value: string): (shown: HTMLElement) => void {
  return (shown) => shown.querySelector<HTMLInputElement>(`input[type=radio][value="${value}"]`)?.click();
}

/** Moves the focus to a word that the page explains. */
export function focusWord(word: string): (shown: HTMLElement) => void {
  return (shown) => [...shown.querySelectorAll("button")].find(({ textContent }) => textContent === word)?.focus();
}

/** Presses everything that a selector finds. */
export function press(selector: string): (shown: HTMLElement) => void {
  return (shown) => {
    for (const element of shown.querySelectorAll<HTMLElement>(selector)) element.click();
  };
}

/** Turns every chart into its table, through its menu. */
export async function openTable(shown: HTMLElement): Promise<void> {
  for (const menu of shown.querySelectorAll<HTMLElement>("[aria-haspopup=menu]")) {
    menu.click();
    await frames(3);
    document.querySelector<HTMLElement>("[role=menuitem]")?.click();
    await frames(3);
  }
}

/** Moves the pointer into the first chart, to a share of its width. */
export function pointAt(share: number): (shown: HTMLElement) => Promise<void> {
  return async (shown) => {
    const find = () => shown.querySelector("[aria-roledescription=chart]");
    while (!find()) await frames(1);
    // Charts are drawn once their room is measured.
    await frames(6);
    const { left, top, width } = (find() as Element).getBoundingClientRect();
    const at = { clientX: left + share * width, clientY: top + 20, bubbles: true };
    find()?.dispatchEvent(new PointerEvent("pointermove", at));
  };
}

/** Waits until what is worked out on the page is complete. */
export async function settle(shown: HTMLElement): Promise<void> {
  while (!shown.querySelector("[aria-busy=false]")) await frames(3);
}

/** Waits until every symbol of a chapter is typeset. */
export async function typeset(shown: HTMLElement): Promise<void> {
  const isTypeset = () => {
    const parts = [...shown.querySelectorAll("button[data-symbol], section[aria-label='The formula'] > div")];
    return parts.length > 0 && parts.every((part) => part.querySelector("math"));
  };
  while (!isTypeset()) await frames(3);
}
