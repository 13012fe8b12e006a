/**
 * Buttons or links as one stop of the Tab key, between which the arrow keys go. It looks at the elements themselves, since
 * some are the targets of menus and popovers, which have handlers and refs of their own.
 */

const ITEMS = "a[href], button:not(:disabled)";

/**
 * @param box that holds the items; they may come, go and be disabled at any time
 * @returns what ends it
 */
export function rove(box: HTMLElement): () => void {
  let stop = box.querySelector<HTMLElement>("[aria-current]");
  const items = () => [...box.querySelectorAll<HTMLElement>(ITEMS)].filter((item) => item.getClientRects().length > 0);
  const settle = () => {
    const there = items();
    if (!stop || !there.includes(stop)) stop = there[0] ?? null;
    for (const item of there) item.tabIndex = item === stop ? 0 : -1;
  };
  const focused = ({ target }: FocusEvent) => {
    stop = items().find((item) => item === target) ?? stop;
    settle();
  };
  const pressed = (event: KeyboardEvent) => {
    // Alt and an arrow is the browser's way back.
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const there = items();
    const next = there[nextIndex(event.key, there.indexOf(event.target as HTMLElement), there.length)];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  // Which items are there is known once the page is laid out, which is not to be done for this alone.
  let frame = requestAnimationFrame(settle);
  const settleSoon = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(settle);
  };
  const observer = new MutationObserver(settleSoon);
  observer.observe(box, { subtree: true, childList: true, attributeFilter: ["disabled"] });
  box.addEventListener("focusin", focused);
  box.addEventListener("keydown", pressed);
  return () => {
    observer.disconnect();
    cancelAnimationFrame(frame);
    box.removeEventListener("focusin", focused);
    box.removeEventListener("keydown", pressed);
  };
}

/** Where a key leads among so many items, from one of them, around the ends; -1: nowhere. */
export function nextIndex(key: string, from: number, count: number): number {
  if (from < 0) return -1;
  if (key === "ArrowRight") return (from + 1) % count;
  if (key === "ArrowLeft") return (from + count - 1) % count;
  if (key === "Home") return 0;
  return key === "End" ? count - 1 : -1;
}
