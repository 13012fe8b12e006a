import { useEffect } from "react";
import { usePlayground } from "../../context";
import { ofBrowser as notifying, notifyOfEnds } from "./notification";
import { endingOptions } from "./options";
import { ScreenKeeper, ofBrowser as screen } from "./wakeLock";

/** What this browser was told to do around the end of a run, while the page is open. */
export function useEnding(): void {
  const playground = usePlayground();
  useEffect(() => notifyOfEnds(playground, notifying), [playground]);
  useEffect(() => {
    if (!("wakeLock" in navigator)) return;
    const keeper = new ScreenKeeper(playground, screen);
    const update = () => void keeper.update();
    // The browser takes the lock from a page that is hidden.
    document.addEventListener("visibilitychange", update);
    const ends = [playground.store.subscribe(update), endingOptions.subscribe(update)];
    update();
    return () => {
      document.removeEventListener("visibilitychange", update);
      for (const end of ends) end();
    };
  }, [playground]);
}
