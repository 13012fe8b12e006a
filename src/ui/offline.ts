/**
 * Has everything that was built kept by a service worker, so that the page opens without a network after the first visit. Not for a
 * frame: it would fetch all of it before anybody has pressed Play, and a sandboxed one may not.
 */
export function keepOffline(window: Window): void {
  const { navigator, document } = window;
  if (!("serviceWorker" in navigator)) return;
  const register = () =>
    navigator.serviceWorker.register("./sw.js", { scope: "./" }).catch((error: unknown) => {
      console.info("The page cannot be kept for a visit without a network.", error);
    });
  if (document.readyState === "complete") void register();
  else window.addEventListener("load", () => void register(), { once: true });
}
