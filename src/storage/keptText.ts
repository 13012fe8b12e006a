/** A small text that outlives the page. */
export interface KeptText {
  /** null where there is none, or the browser keeps nothing. */
  read(): string | null;
  /** null: none any more. */
  write(text: string | null): void;
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
      } catch (error) {
        console.info(complaint, error);
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
