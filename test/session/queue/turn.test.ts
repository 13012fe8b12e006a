import { describe, expect, it } from "vitest";
import { browserTurn } from "../../../src/session/queue/turn";

type Held = Pick<LockInfo, "name" | "mode">;

/** Locks of one browser that come and go a little later than they are asked for, as real ones do. */
class LateLocks {
  readonly held: Held[] = [];

  get manager(): LockManager {
    return { request: this.request, query: async () => ({ held: [...this.held] }) } as unknown as LockManager;
  }

  private readonly request = async (name: string, options: LockOptions, work: (lock: Held | null) => unknown) => {
    await null;
    if (this.held.length > 0) return work(null);
    const lock: Held = { name, mode: options.mode ?? "exclusive" };
    this.held.push(lock);
    await null;
    await work(lock);
    for (let turn = 0; turn < 4; turn++) await null;
    this.held.splice(this.held.indexOf(lock), 1);
  };
}

/** Whether the turn was said to be another page's at any of the moments until the work is done. */
async function everTaken(isTaken: () => Promise<boolean>, work: Promise<unknown>): Promise<boolean> {
  const said: Promise<boolean>[] = [];
  for (let moment = 0; moment < 12; moment++) {
    said.push(isTaken());
    await null;
  }
  await work;
  return (await Promise.all(said)).includes(true);
}

describe("the turn of the queue", () => {
  it("is never said to be another tab's while this one takes it, has it and gives it back", async () => {
    const locks = new LateLocks();
    const turn = browserTurn(locks.manager);
    const taking = turn.take();
    expect(await everTaken(turn.isTaken, taking)).toBe(false);
    const giveBack = await taking;
    giveBack?.();
    expect(await everTaken(turn.isTaken, Promise.resolve())).toBe(false);
    expect(locks.held).toEqual([]);
  });

  it("is another tab's while that one trains, not while it waits", async () => {
    const locks = new LateLocks();
    const turn = browserTurn(locks.manager);
    locks.held.push({ name: "flatnce-queue", mode: "exclusive" });
    expect(await turn.take()).toBeNull();
    expect(await turn.isTaken()).toBe(true);
    locks.held.splice(0, 1, { name: "flatnce-queue", mode: "shared" });
    expect(await turn.isTaken()).toBe(false);
    const taking = turn.take();
    await null;
    locks.held.splice(0, 1);
    expect(await taking).not.toBeNull();
  });

  it("is guarded by nothing where a browser has no locks", () => {
    expect([browserTurn(undefined).isGuarded, browserTurn(new LateLocks().manager).isGuarded]).toEqual([false, true]);
  });
});
