/** Lets messages and drawing through during long work. */
export function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
