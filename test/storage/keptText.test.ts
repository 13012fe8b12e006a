import { describe, expect, it, vi } from "vitest";
import { keptText } from "../../src/storage/keptText";

describe("a kept text", () => {
  it("is none where the browser keeps nothing", () => {
    const info = vi.spyOn(console, "info").mockImplementation(() => undefined);
    const refuses = () => {
      throw new DOMException("", "SecurityError");
    };
    const text = keptText(refuses, "key", "It cannot be kept.");
    text.write("[]");
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
