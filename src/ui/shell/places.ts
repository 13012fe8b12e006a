/** Where the links at the top of the page lead, by the ids of the elements. */
export const PLACES = { charts: "charts", settings: "settings", runs: "runs" } as const;

/** Shows a part of the page and gives it the keyboard; a lab's charts are what its page holds. */
export function goTo(id: string): void {
  const place = document.getElementById(id) ?? document.querySelector("main");
  place?.focus({ preventScroll: true });
  place?.scrollIntoView();
}
