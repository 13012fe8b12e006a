import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

const SCRIPT = readFileSync("public/embed.js", "utf8");

interface Mounted {
  onMetrics(listener: (metrics: object) => void, options?: object): Promise<() => Promise<unknown>>;
}

/** As much of an element as a note below a frame takes. */
class FakeElement {
  href = "";
  readonly children: unknown[] = [];
  private readonly within: FakeElement[];

  constructor(within: FakeElement[]) {
    this.within = within;
  }

  setAttribute = () => undefined;

  append(...children: unknown[]) {
    this.children.push(...children);
  }

  remove() {
    this.within.splice(this.within.indexOf(this), 1);
  }
}

/** A host's page without a browser, whose frame never answers by itself. */
function silentHost() {
  const frame = { style: {}, setAttribute: () => undefined, contentWindow: { postMessage: vi.fn() } };
  const below: FakeElement[] = [];
  let receive: (event: object) => void = () => undefined;
  const window: Record<string, unknown> = {
    addEventListener: (_: string, listener: typeof receive) => {
      receive = listener;
    },
    removeEventListener: () => undefined,
  };
  runInNewContext(SCRIPT, {
    window,
    document: {
      currentScript: { src: "https://playground.example/embed.js" },
      createElement: (tag: string) => (tag === "iframe" ? frame : new FakeElement(below)),
      querySelector: () => ({ replaceChildren: () => undefined, append: (note: FakeElement) => below.push(note) }),
    },
    location: { origin: "https://host.example", href: "https://host.example/post" },
    URL,
    performance,
    setInterval,
    clearInterval,
  });
  const { mount } = window.FlatNCE as { mount(place: string, options: object): Promise<Mounted> };
  const tell = (data: object) =>
    receive({ source: frame.contentWindow, origin: "https://playground.example", data: { flatnce: 1, ...data } });
  return { mount, frame, tell, below };
}

describe("a frame that never answers", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it.each([
    [true, /sandboxed: its server must send Access-Control-Allow-Origin/],
    [false, /may this page frame it/],
  ])("is given up after 30 seconds, with what may be the reason (sandbox: %s)", async (sandbox, reason) => {
    const { mount, frame } = silentHost();
    let ended = "no";
    const given = mount("#place", { sandbox }).catch((error: Error) => {
      ended = error.message;
    });
    await vi.advanceTimersByTimeAsync(29_000);
    expect(ended).toBe("no");
    expect(frame.contentWindow.postMessage).toHaveBeenCalledWith(
      expect.objectContaining({ type: "hello" }),
      sandbox ? "*" : "https://playground.example",
    );
    await vi.advanceTimersByTimeAsync(2_000);
    await given;
    expect(ended).toMatch(reason);
  });
});

it("has a link to the whole page below it, until it answers after all", async () => {
  vi.useFakeTimers();
  const { mount, tell, below } = silentHost();
  const given = mount("#place", { preset: "points", panels: ["loss"] }).catch(() => undefined);
  await vi.advanceTimersByTimeAsync(29_000);
  expect(below).toEqual([]);
  await vi.advanceTimersByTimeAsync(2_000);
  await given;
  const [said, link] = (below[0]?.children ?? []) as [string, FakeElement];
  expect(said).toContain("has not loaded here");
  expect(link.href).toBe("https://playground.example/#preset=points");
  tell({ type: "ready" });
  expect(below).toEqual([]);
  vi.useRealTimers();
});

describe("two who listen to metrics", () => {
  it("get what both asked for, until the last has left", async () => {
    const { mount, frame, tell } = silentHost();
    const { postMessage } = frame.contentWindow;
    postMessage.mockImplementation(({ type, id }) =>
      tell(type === "hello" ? { type: "ready" } : { type: "reply", id, ok: true }),
    );
    const mounted = await mount("#place", {});
    const first = vi.fn();
    const leave = await mounted.onMetrics(first, { metrics: ["infoNce"], every: 500 });
    const leaveToo = await mounted.onMetrics(vi.fn(), { metrics: ["infoNce", "knnAccuracy"], every: 200 });
    const asked = () => postMessage.mock.lastCall?.[0];
    expect(asked()).toMatchObject({ type: "subscribe", metrics: ["infoNce", "knnAccuracy"], every: 200 });
    tell({ type: "metrics", metrics: { step: 3 } });
    expect(first).toHaveBeenCalledWith({ step: 3 });
    await leaveToo();
    expect(asked()).toMatchObject({ type: "subscribe", metrics: ["infoNce"], every: 500 });
    await leave();
    expect(asked()).toMatchObject({ type: "unsubscribe" });
  });
});
