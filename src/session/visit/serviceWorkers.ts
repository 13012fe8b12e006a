/** The service workers of a browser; null without, or where a frame in a sandbox, which has no origin, may not even ask. */
export function serviceWorkers(navigator: Navigator): ServiceWorkerContainer | null {
  try {
    return navigator.serviceWorker ?? null;
  } catch {
    return null;
  }
}
