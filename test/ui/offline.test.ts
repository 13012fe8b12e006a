import { expect, it, vi } from "vitest";
import { skipWaiting, waitingVersion, watchUpdates } from "../../src/ui/offline";

/** A service worker, a registration or a container, as far as they are needed. */
const target = <Fields extends object>(fields: Fields) => Object.assign(new EventTarget(), fields);
const worker = (state: ServiceWorkerState) => target({ state, postMessage: vi.fn() }) as unknown as ServiceWorker;

function watched(controller: ServiceWorker | null, waiting: ServiceWorker | null = null) {
  const registration = target({ active: controller, waiting, installing: null as ServiceWorker | null });
  const container = target({ controller });
  const told: string[] = [];
  watchUpdates(registration, container, (kind) => told.push(kind));
  return { registration, container, told };
}

it("tells of a version that waits already, or comes while the page is open", () => {
  expect(watched(worker("activated"), worker("installed")).told).toEqual(["updateWaiting"]);
  const { registration, told } = watched(worker("activated"));
  const next = worker("installing");
  registration.installing = next;
  registration.dispatchEvent(new Event("updatefound"));
  next.dispatchEvent(new Event("statechange"));
  expect(told).toEqual([]);
  registration.waiting = next;
  next.dispatchEvent(new Event("statechange"));
  expect(told).toEqual(["updateWaiting"]);
});

it("tells of a version that another tab has taken, and not of the first one", () => {
  const first = watched(null);
  first.container.dispatchEvent(new Event("controllerchange"));
  expect(first.told).toEqual([]);
  const later = watched(worker("activated"));
  later.container.dispatchEvent(new Event("controllerchange"));
  expect(later.told).toEqual(["updatedElsewhere"]);
});

it("says nothing of the first version, which waits for a moment as well", () => {
  const { registration, told } = watched(null);
  const first = worker("installing");
  registration.installing = first;
  registration.dispatchEvent(new Event("updatefound"));
  registration.waiting = first;
  first.dispatchEvent(new Event("statechange"));
  expect(told).toEqual([]);
});

it("watches nothing where service workers are blocked, and nothing is registered", () => {
  const tell = vi.fn();
  watchUpdates(undefined, target({ controller: null }), tell);
  expect(tell).not.toHaveBeenCalled();
});

it("has a version take over, and waits for one that does not answer no longer than a while", async () => {
  vi.useFakeTimers();
  const waiting = target({ state: "installed" as ServiceWorkerState, postMessage: vi.fn() });
  const taken = skipWaiting(waiting);
  expect(waiting.postMessage).toHaveBeenCalledWith({ type: "SKIP_WAITING" });
  waiting.state = "activated";
  waiting.dispatchEvent(new Event("statechange"));
  await taken;
  const silent = skipWaiting(worker("installed"));
  vi.advanceTimersByTime(3_000);
  await silent;
  vi.useRealTimers();
});

it("finds no version where the browser has no service workers, or refuses them", async () => {
  expect(await waitingVersion({} as Navigator)).toBeNull();
  const sandboxed = Object.defineProperty({}, "serviceWorker", {
    get: () => {
      throw new DOMException("no", "SecurityError");
    },
  });
  expect(await waitingVersion(sandboxed as Navigator)).toBeNull();
  const refusing = { serviceWorker: { getRegistration: () => Promise.reject(new Error("no")) } };
  expect(await waitingVersion(refusing as unknown as Navigator)).toBeNull();
});
