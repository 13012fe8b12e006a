/** Whose turn the queue is: all tabs have the same, and one at a time trains it. */
export interface QueueTurn {
  /** False where the browser has nothing that keeps two tabs from training one queue. */
  isGuarded: boolean;
  /** Takes the turn. @returns what gives it back; null where another page has it. A page that is gone has given it back. */
  take(): Promise<(() => void) | null>;
  /** Whether another page has it. */
  isTaken(): Promise<boolean>;
  /** Resolves when no other page has it any more. */
  free(): Promise<void>;
}

const NAME = "flatnce-queue";

/** Of a page that is the only one. */
export const LONE_TURN: QueueTurn = {
  isGuarded: true,
  take: async () => () => undefined,
  isTaken: async () => false,
  free: async () => undefined,
};

/** By the browser's locks; where it has none, no other page is known of. */
export function browserTurn(locks: LockManager | undefined): QueueTurn {
  return locks ? lockedTurn(locks) : { ...LONE_TURN, isGuarded: false };
}

function lockedTurn(locks: LockManager): QueueTurn {
  // From before this page asks for the turn until the browser has it back: in between, the lock that is held may be its own.
  let isOwn = false;
  const release = () => {
    isOwn = false;
  };
  const isTaken = async () => {
    const wasOwn = isOwn;
    const { held = [] } = (await locks.query().catch(() => null)) ?? {};
    // Pages that wait share it for a moment.
    return !wasOwn && !isOwn && held.some(({ name, mode }) => name === NAME && mode === "exclusive");
  };
  return {
    isGuarded: true,
    async take() {
      for (;;) {
        isOwn = true;
        const giveBack = await takenOf(locks, release);
        if (giveBack || (await isTaken())) return giveBack;
      }
    },
    isTaken,
    async free() {
      await locks.request(NAME, { mode: "shared" }, () => undefined).catch(() => undefined);
    },
  };
}

/**
 * A browser may refuse locks (a sandboxed frame): then this page is alone.
 * @param released called when the browser has the lock back, or did not give it
 */
function takenOf(locks: LockManager, released: () => void): Promise<(() => void) | null> {
  return new Promise((resolve) => {
    const held = (lock: Lock | null) => {
      if (lock) return new Promise<void>((giveBack) => resolve(giveBack));
      released();
      return resolve(null);
    };
    locks
      .request(NAME, { ifAvailable: true }, held)
      .catch(() => resolve(() => undefined))
      .finally(released);
  });
}
