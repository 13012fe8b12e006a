import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

const SCRIPT = readFileSync("public/embed.js", "utf8");

/** A host's page without a browser, whose frame never answers. */
function silentHost() {
  const frame = { style: {}, setAttribute: () => undefined, contentWindow: { postMessage: vi.fn() } };
  const window: Record<string, unknown> = { addEventListener: () => undefined, removeEventListener: () => undefined };
  runInNewContext(SCRIPT, {
    window,
    document: {
      currentScript: { src: "https://playground.example/embed.js" },
      createElement: () => frame,
      querySelector: () => ({ replaceChildren: () => undefined }),
    },
    location: { origin: "https://host.example", href: "https://host.example/post" },
    URL,
    performance,
    setInterval,
    clearInterval,
  });
  const { mount } = window.FlatNCE as { mount(place: string, options: object): Promise<unknown> };
  return { mount, frame };
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
