/// <reference lib="dom" />
/** What tests of the page's look measure inside the page: each function is sent there, and knows nothing but its arguments. */

/**
 * What can be pressed and is too small for a finger: a square of so many pixels around its middle is not all its own. Links
 * and words to press within a text are as high as the text (the exception of WCAG 2.5.8).
 */
export function smallTargets(least: number): string[] {
  const reach = least / 2 - 0.5;
  const belongs = (hit: Element | null, target: Element) =>
    hit !== null && (target.contains(hit) || hit.contains(target) || hit.closest("label")?.contains(target) === true);
  const isHidden = (element: Element) => {
    const { width, height } = element.getBoundingClientRect();
    return width <= 1 || height <= 1 || getComputedStyle(element).visibility === "hidden";
  };
  const isTooSmall = (target: Element) => {
    target.scrollIntoView({ block: "center", inline: "center" });
    const { left, top, width, height } = target.getBoundingClientRect();
    const [x, y] = [left + width / 2, top + height / 2];
    // Shown only while it has the focus.
    if (y < 0) return false;
    return [-reach, reach].some((dx) =>
      [-reach, reach].some((dy) => !belongs(document.elementFromPoint(x + dx, y + dy), target)),
    );
  };
  const isInText = (target: Element) => getComputedStyle(target).display === "inline";
  return [...document.querySelectorAll("button, a[href], input, summary, [role=slider]")]
    .filter((target) => !isHidden(target) && !isInText(target) && isTooSmall(target))
    .map((target) => target.getAttribute("aria-label") ?? target.textContent ?? target.outerHTML);
}

/** Texts below a size, but for formulas, which have indices. */
export function smallTexts(least: number): string[] {
  const hasOwnText = (element: Element) =>
    [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
  return [...document.querySelectorAll("body *")]
    .filter((element) => hasOwnText(element) && !element.closest(".katex, script, style, noscript"))
    .filter((element) => Number.parseFloat(getComputedStyle(element).fontSize) < least)
    .map((element) => `${getComputedStyle(element).fontSize}: ${element.textContent?.slice(0, 60)}`);
}

/** All sizes of text on the page. */
export function textSizes(): number[] {
  const sizes = [...document.querySelectorAll("body *:not(.katex *)")]
    .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()))
    .map((element) => Number.parseFloat(getComputedStyle(element).fontSize));
  return [...new Set(sizes)].sort((a, b) => a - b);
}

/** What lies under a bar or a bubble while it has the focus, on the way back from the page's end, as with Shift and Tab. */
export function coveredInFocus(within = "body"): string[] {
  const staysInPlace = (element: Element | null): boolean => {
    for (let at = element; at; at = at.parentElement)
      if (["sticky", "fixed"].includes(getComputedStyle(at).position)) return true;
    return false;
  };
  const isCovered = (target: HTMLElement) => {
    target.focus();
    const { left, top, width, height } = target.getBoundingClientRect();
    if (document.activeElement !== target || width <= 1 || height <= 1) return false;
    const hit = document.elementFromPoint(left + width / 2, top + height / 2);
    const isOwn = !hit || target.contains(hit) || hit.contains(target) || hit.closest("label")?.contains(target);
    return !isOwn && staysInPlace(hit) && !staysInPlace(target);
  };
  const targets = document.querySelectorAll<HTMLElement>(
    `${within} :is(button, a[href], input, select, textarea, summary, [tabindex="0"])`,
  );
  window.scrollTo(0, document.body.scrollHeight);
  return [...targets]
    .reverse()
    .filter(isCovered)
    .map((target) => target.getAttribute("aria-label") ?? target.textContent ?? target.outerHTML);
}
