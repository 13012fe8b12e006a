/** A text that outlives a reload of the tab. It is the tab's own: no two tabs train the same queue. */
export interface KeptText {
  read(): string | null;
  write(text: string): void;
}

const KEY = "flatnce-queue";

/** In the tab's session storage. A browser may be set to keep nothing; then the queue is gone with a reload. */
export function tabText(window: Window): KeptText {
  return {
    read() {
      try {
        return window.sessionStorage.getItem(KEY);
      } catch {
        return null;
      }
    },
    write(text) {
      try {
        window.sessionStorage.setItem(KEY, text);
      } catch (error) {
        console.info("The queue cannot be kept in this browser.", error);
      }
    },
  };
}

/** One that lasts as long as the page. */
export function memoryText(): KeptText {
  let kept: string | null = null;
  return {
    read: () => kept,
    write: (text) => {
      kept = text;
    },
  };
}
