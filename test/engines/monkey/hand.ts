/// <reference lib="dom" />
/** What presses, types and chooses at random inside the page: sent there as text, it knows nothing but its arguments. */

export interface Hand {
  /** Does so many things, one after the other; resolves to what they were. */
  act(count: number): Promise<string[]>;
}

declare global {
  interface Window {
    hand?: Hand;
  }
}

/** @param seed of its choices: with the same one it does the same, as far as the page shows the same */
export function giveHand(seed: number): void {
  const PRESSED =
    "button, [role=tab], [role=menuitem], [role=option], summary, a[href^='#'], input[type=checkbox], input[type=radio]";
  const WRITTEN =
    "input[type=range], input[type=number], input[type=text], input:not([type]), input[type=search], textarea, select";
  const KEYS = [
    " ",
    "r",
    "s",
    "z",
    "?",
    "/",
    ".",
    "Escape",
    "Escape",
    "Escape",
    "ArrowRight",
    "ArrowDown",
    "Enter",
    "Tab",
  ];
  const TEXTS = [
    "",
    "0",
    "1",
    "-3",
    "1e9",
    "0.05",
    "abc",
    "<img src=x onerror=alert(1)>",
    "__proto__",
    "v + 0.1*exp(v)",
    "\u{1f412}",
  ];
  const ADDRESSES = [
    "#",
    "#lab=sweep",
    "#lab=bound",
    "#lab=precision",
    "#lab=advice",
    "#learn=3",
    "#preset=nonsense&batchSize=-1",
    "#temperature=%00&%%%",
  ];
  const PAUSE = 20;

  let state = seed;
  const draw = () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
    return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32;
  };
  const pick = <T>(values: readonly T[]): T | undefined => values[Math.floor(draw() * values.length)];
  const shown = <E extends HTMLElement>(selector: string) =>
    [...document.querySelectorAll<E>(selector)].filter(
      (element) =>
        element.checkVisibility({ visibilityProperty: true }) && !element.matches(":disabled, [aria-disabled=true]"),
    );
  const nameOf = (element: HTMLElement) =>
    `${element.tagName.toLowerCase()} ${(element.getAttribute("aria-label") ?? element.textContent ?? "").slice(0, 40)}`;

  function press(): string {
    const element = pick(shown(PRESSED));
    element?.click();
    return `press ${element ? nameOf(element) : "nothing"}`;
  }

  function write(): string {
    const field = pick(shown<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>(WRITTEN));
    if (!field) return "write nothing";
    const value =
      field instanceof HTMLSelectElement
        ? (pick([...field.options])?.value ?? "")
        : isRange(field)
          ? within(field)
          : (pick(TEXTS) ?? "");
    // React hears of a value that was set only where its own setter is passed by.
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value")?.set?.call(field, value);
    for (const type of ["input", "change", "focusout"]) field.dispatchEvent(new Event(type, { bubbles: true }));
    return `write ${JSON.stringify(value)} into ${nameOf(field)}`;
  }

  const isRange = (field: HTMLElement): field is HTMLInputElement =>
    field instanceof HTMLInputElement && field.type === "range";
  const within = ({ min, max }: HTMLInputElement) =>
    String(Number(min || 0) + draw() * (Number(max || 100) - Number(min || 0)));

  function type(): string {
    const key = pick(KEYS) ?? "Escape";
    (document.activeElement ?? document.body).dispatchEvent(
      new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }),
    );
    return `type ${key}`;
  }

  let gone = 0;
  function go(): string {
    if (gone > 0 && draw() < 0.5) {
      gone -= 1;
      window.history.back();
      return "go back";
    }
    gone += 1;
    window.location.hash = pick(ADDRESSES) ?? "#";
    return `go to ${window.location.hash}`;
  }

  function actOnce(): string {
    const chance = draw();
    if (chance < 0.55) return press();
    if (chance < 0.8) return write();
    return chance < 0.96 ? type() : go();
  }

  window.hand = {
    async act(count) {
      const done: string[] = [];
      for (let i = 0; i < count; i++) {
        done.push(actOnce());
        await new Promise((resolve) => setTimeout(resolve, PAUSE));
      }
      return done;
    },
  };
}
