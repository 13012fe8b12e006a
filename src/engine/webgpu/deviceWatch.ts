import { PlaygroundError } from "../../i18n/errors";
import { type Said, say } from "../../i18n/message";
import { reportLoss } from "../deviceLoss";
import { texts } from "../errors";

/**
 * Waiting for the GPU, and what its device said meanwhile. Work that a device refuses leaves the old results in place, so
 * waiting for it has to fail.
 */

/** A browser that notices finished work late: see `nudging`. */
const POLLS_SLOWLY = typeof navigator !== "undefined" && /firefox/i.test(navigator.userAgent ?? "");

/** Watches a device: whether it is lost, whether it refused work, and when its work is done. */
export class DeviceWatch {
  /** The device is gone; another backend has to take this one's place. */
  isLost = false;
  private readonly queue: GPUQueue;
  /** What the device said of work that it could not do: since then its results mean nothing. */
  private failure: Said | null = null;

  constructor(device: GPUDevice) {
    this.queue = device.queue;
    device.onuncapturederror = ({ error }) => {
      const isFull = "GPUOutOfMemoryError" in globalThis && error instanceof GPUOutOfMemoryError;
      this.failure ??= say(isFull ? texts.outOfMemory : texts.workRefused, { reason: error.message });
    };
    void device.lost.then(({ reason, message }) => {
      this.isLost = true;
      const said = say(texts.deviceLost, { reason: message });
      if (reason !== "destroyed") this.failure = said;
      reportLoss(said);
    });
  }

  /** What the device refused before does not count any more: a new run starts afresh. */
  clearError(): void {
    this.failure = null;
  }

  /**
   * Waits for the GPU.
   * @throws PlaygroundError where the device has failed meanwhile: its results would be the old ones
   */
  async settle(work: Promise<unknown>): Promise<void> {
    await (POLLS_SLOWLY ? this.nudging(work) : work);
    if (this.failure !== null) throw new PlaygroundError(this.failure);
  }

  /** Firefox looks for finished work ten times a second, and whenever something is submitted (Mozilla bug 1870699). */
  private async nudging(work: Promise<unknown>): Promise<void> {
    let isDone = false;
    const done = work.finally(() => {
      isDone = true;
    });
    while (!isDone) {
      this.queue.submit([]);
      await Promise.race([done, new Promise((resolve) => setTimeout(resolve, 1))]);
    }
    await done;
  }
}
