/** How a shell reports a command that was interrupted: 128 plus the number of SIGINT. */
export const INTERRUPTED = 130;

/**
 * One Ctrl+C in a terminal arrives twice, from the terminal and passed on by npm: what comes within so many milliseconds
 * is one.
 */
const ECHO = 400;

/** Whether the user has asked to stop. */
export interface Interrupt {
  readonly asked: boolean;
}

/**
 * Listens for Ctrl+C: the first asks to stop in good order, a second one ends the process at once.
 *
 * @param asked called with the first
 */
export function listenForInterrupt(asked: () => void): Interrupt {
  const interrupt = { asked: false };
  let first = 0;
  process.on("SIGINT", () => {
    if (interrupt.asked && performance.now() - first > ECHO) process.exit(INTERRUPTED);
    if (interrupt.asked) return;
    interrupt.asked = true;
    first = performance.now();
    asked();
  });
  return interrupt;
}
