/** Whether the keyboard has a Command key in the place of Ctrl. */
export function isApple(userAgent = globalThis.navigator?.userAgent ?? ""): boolean {
  return /Mac|iPhone|iPad/.test(userAgent);
}
