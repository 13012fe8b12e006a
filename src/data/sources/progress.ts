/** Told the share of the work that is done, 0..1. */
export type Progress = (share: number) => void;

/** Lets messages and drawing through during long work. */
export function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
