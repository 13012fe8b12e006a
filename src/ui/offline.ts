import type { Notice } from "../session/playgroundState";
import { serviceWorkers } from "../session/visit/serviceWorkers";

type Tell = (kind: Extract<Notice["kind"], "updateWaiting" | "updatedElsewhere">) => void;

/**
 * Has everything that was built kept by a service worker, so that the page opens without a network after the first visit. Not for a
 * frame: it would fetch all of it before anybody has pressed Play, and a sandboxed one may not.
 *
 * @param tell told of a later version, which waits until somebody asks for it: what is open goes on as the one that it is
 */
export function keepOffline(window: Window, tell: Tell): void {
  const { navigator, document } = window;
  const container = serviceWorkers(navigator);
  if (!container) return;
  const register = () =>
    container.register("./sw.js", { scope: "./" }).then(
      (registration) => watchUpdates(registration, container, tell),
      (error: unknown) => console.info("The page cannot be kept for a visit without a network.", error),
    );
  if (document.readyState === "complete") void register();
  else window.addEventListener("load", () => void register(), { once: true });
}

/** Tells of a version that has come after the one that the page is of. */
export function watchUpdates(
  registration: Pick<ServiceWorkerRegistration, "active" | "waiting" | "installing" | "addEventListener"> | undefined,
  container: Pick<ServiceWorkerContainer, "controller" | "addEventListener">,
  tell: Tell,
): void {
  // Where service workers are blocked from outside, as by an extension, some browsers answer with nothing.
  if (!registration) return;
  const isOld = container.controller !== null;
  // The first one waits as well, for a moment, with none before it.
  const look = () => {
    if (registration.waiting && registration.active) tell("updateWaiting");
  };
  look();
  registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", look));
  container.addEventListener("controllerchange", () => {
    if (isOld) tell("updatedElsewhere");
  });
}

/** The version that waits; null where there is none, or the browser does not say. */
export async function waitingVersion(navigator: Navigator): Promise<ServiceWorker | null> {
  const registration = await serviceWorkers(navigator)
    ?.getRegistration()
    .catch(() => undefined);
  return registration?.waiting ?? null;
}

/** Longest wait for a version to take over, in milliseconds. */
const PATIENCE = 3_000;

/** Has a version take the place of the one before; resolves once it has, or does not answer. */
export function skipWaiting(waiting: Pick<ServiceWorker, "addEventListener" | "postMessage" | "state">): Promise<void> {
  return new Promise((resolve) => {
    waiting.addEventListener("statechange", () => {
      if (waiting.state === "activated") resolve();
    });
    setTimeout(resolve, PATIENCE);
    waiting.postMessage({ type: "SKIP_WAITING" });
  });
}
