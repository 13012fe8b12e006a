/** A small text that outlives the page. */
export interface KeptText {
  /** null where there is none, or the browser keeps nothing. */
  read(): string | null;
  /** null: none any more. @returns whether it is kept */
  write(text: string | null): boolean;
}

/** One that every tab of the browser has. */
export interface SharedText extends KeptText {
  /** Calls back when another tab has written it. */
  listen(changed: () => void): void;
}

/**
 * In a storage of the browser, which may be set to keep nothing: then it is gone with the page.
 *
 * @param storage asked for each time, as even that may be refused
 * @param complaint what the console says where it cannot be kept
 */
export function keptText(storage: () => Storage, key: string, complaint: string): KeptText {
  return {
    read() {
      try {
        return storage().getItem(key);
      } catch {
        return null;
      }
    },
    write(text) {
      try {
        if (text === null) storage().removeItem(key);
        else storage().setItem(key, text);
        return true;
      } catch (error) {
        console.info(complaint, error);
        return false;
      }
    },
  };
}

/** The same in the storage that all tabs have. @param window tells when another one has written */
export function sharedText(
  window: Pick<Window, "localStorage" | "addEventListener">,
  key: string,
  complaint: string,
): SharedText {
  return {
    ...keptText(() => window.localStorage, key, complaint),
    listen: (changed) =>
      window.addEventListener("storage", (event) => {
        // Null where all of it was taken away.
        if (event.key === key || event.key === null) changed();
      }),
  };
}

/** One that lasts as long as the page. */
export function memoryText(): SharedText {
  let kept: string | null = null;
  return {
    read: () => kept,
    write: (text) => {
      kept = text;
      return true;
    },
    listen: () => undefined,
  };
}
