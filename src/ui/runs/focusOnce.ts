/** As a ref: gives an element the keyboard as it appears. */
export function focusOnce(element: HTMLElement | null): void {
  element?.focus();
}
