/** Whose turn the queue is: all tabs have the same, and one at a time trains it. */
export interface QueueTurn {
  /** Takes the turn. @returns what gives it back; null where another page has it. A page that is gone has given it back. */
  take(): Promise<(() => void) | null>;
  /** Whether another page has it. */
  isTaken(): Promise<boolean>;
  /** Resolves when no other page has it any more. */
  free(): Promise<void>;
}

const NAME = "flatnce-queue";

/** By the browser's locks; where it has none, no other page is known of. */
export function browserTurn(locks: LockManager | undefined): QueueTurn {
  let isOwn = false;
  return {
    async take() {
      const giveBack = locks ? await takenOf(locks) : () => undefined;
      isOwn = giveBack !== null;
      return (
        giveBack &&
        (() => {
          isOwn = false;
          giveBack();
        })
      );
    },
    async isTaken() {
      const { held = [] } = (await locks?.query().catch(() => null)) ?? {};
      return !isOwn && held.some(({ name }) => name === NAME);
    },
    async free() {
      await locks?.request(NAME, { mode: "shared" }, () => undefined).catch(() => undefined);
    },
  };
}

/** A browser may refuse locks (a sandboxed frame): then this page is alone. */
function takenOf(locks: LockManager): Promise<(() => void) | null> {
  return new Promise((resolve) => {
    const held = (lock: Lock | null) => {
      if (!lock) return resolve(null);
      return new Promise<void>((giveBack) => resolve(giveBack));
    };
    locks.request(NAME, { ifAvailable: true }, held).catch(() => resolve(() => undefined));
  });
}
