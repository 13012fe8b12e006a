/** Which runs are open on some page of this browser: what another tab trains has not stopped. */
export interface RunClaims {
  /** Claims a run in place of the one before; null gives that one up. A page that is gone has given up all. */
  claim(id: string | null): void;
  /** Whether another page has a run. */
  isClaimed(id: string): Promise<boolean>;
}

const PREFIX = "flatnce-run ";

/** By the browser's locks; where it has none, no other page is known of. */
export function browserClaims(locks: LockManager | undefined): RunClaims {
  let release: (() => void) | null = null;
  let own: string | null = null;
  return {
    claim(id) {
      if (id === own) return;
      release?.();
      own = id;
      if (id === null || !locks) return;
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      // A browser may refuse locks (a sandboxed frame): then runs of this page are not known elsewhere.
      locks.request(PREFIX + id, () => held).catch(() => undefined);
    },
    async isClaimed(id) {
      const { held = [] } = (await locks?.query().catch(() => null)) ?? {};
      return id !== own && held.some(({ name }) => name === PREFIX + id);
    },
  };
}
