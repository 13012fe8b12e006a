/** What begins within this share of the screen is seen. */
const SEEN = 0.6;

/** Scrolls to an element that begins outside of what is seen of the page. */
export function bringIntoView(element: Element | null): void {
  if (!element) return;
  const { top } = element.getBoundingClientRect();
  if (top > 0 && top < SEEN * window.innerHeight) return;
  const isCalm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  element.scrollIntoView({ behavior: isCalm ? "auto" : "smooth", block: "start" });
}
