import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { INTERRUPTED, listenForInterrupt } from "../../src/cli/interrupt";

describe("listenForInterrupt", () => {
  const exit = vi.fn();
  beforeEach(() => {
    vi.useFakeTimers();
    exit.mockReset();
    vi.spyOn(process, "exit").mockImplementation(exit as never);
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
    process.removeAllListeners("SIGINT");
  });

  it("asks once to stop, however often one key press arrives", () => {
    const asked = vi.fn();
    const interrupt = listenForInterrupt(asked);
    expect(interrupt.asked).toBe(false);
    for (let copy = 0; copy < 3; copy++) process.emit("SIGINT");
    expect(interrupt.asked).toBe(true);
    expect(asked).toHaveBeenCalledTimes(1);
    expect(exit).not.toHaveBeenCalled();
  });

  it("ends the process with the second", () => {
    listenForInterrupt(() => undefined);
    process.emit("SIGINT");
    vi.advanceTimersByTime(1000);
    process.emit("SIGINT");
    expect(exit).toHaveBeenCalledWith(INTERRUPTED);
  });
});
