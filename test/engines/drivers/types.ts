/** A browser engine as the tests drive it: no more than all three can do. */

/** How a window is opened. */
export interface WindowLook {
  /** Of the page, in CSS pixels. */
  width: number;
  height: number;
  scheme: "light" | "dark";
}

export interface EnginePage {
  /** Resolves once the page has loaded. */
  goto(url: string): Promise<void>;
  /** The value of an expression, awaited, which must be JSON. */
  evaluate<T>(expression: string): Promise<T>;
  /** What the window shows, as PNG. */
  screenshot(): Promise<Uint8Array>;
  /** Errors of the page so far, as far as the engine reports them. */
  complaints(): Promise<string[]>;
  close(): Promise<void>;
}

export interface Engine {
  name: string;
  /** Why it cannot be driven here; null where it can. */
  missing(): string | null;
  /** A window of its own, empty. */
  open(look: WindowLook): Promise<EnginePage>;
}
