import { describe, expect, it, vi } from "vitest";
import { keptText, sharedText } from "../../src/storage/keptText";

describe("a text that all tabs have", () => {
  it("tells when another tab has written it, or all was taken away", () => {
    const target = new EventTarget();
    const window = Object.assign(target, { localStorage: {} }) as unknown as Window;
    const heard = vi.fn();
    sharedText(window, "key", "It cannot be kept.").listen(heard);
    for (const key of ["key", "other", null]) target.dispatchEvent(Object.assign(new Event("storage"), { key }));
    expect(heard).toHaveBeenCalledTimes(2);
  });
});

describe("a kept text", () => {
  it("is none where the browser keeps nothing", () => {
    const info = vi.spyOn(console, "info").mockImplementation(() => undefined);
    const refuses = () => {
      throw new DOMException("", "SecurityError");
    };
    const text = keptText(refuses, "key", "It cannot be kept.");
    expect(text.write("[]")).toBe(false);
    expect(text.read()).toBeNull();
    expect(info).toHaveBeenCalledOnce();
    info.mockRestore();
  });

  it("is there until it is taken away", () => {
    const kept = new Map<string, string>();
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
      removeItem: (key: string) => kept.delete(key),
    } as unknown as Storage;
    const text = keptText(() => storage, "key", "It cannot be kept.");
    text.write("[]");
    expect(text.read()).toBe("[]");
    text.write(null);
    expect(text.read()).toBeNull();
  });
});
