/**
 * Style sheets that did not come. Vite adds the link of a part's sheet once: a second try would show the part without its
 * styles.
 */

const failed = new Set<HTMLLinkElement>();

/** From now on every sheet that does not come is remembered. */
export function watchStyles(): void {
  const remember = ({ target }: Event) => {
    if (target instanceof HTMLLinkElement && target.rel === "stylesheet") failed.add(target);
  };
  document.addEventListener("error", remember, true);
}

/** Loads what did not come before. */
export async function loadFailedStyles(): Promise<void> {
  await Promise.all([...failed].map(loadAgain));
}

function loadAgain(link: HTMLLinkElement): Promise<unknown> {
  const next = link.cloneNode() as HTMLLinkElement;
  const loaded = new Promise((resolve, reject) => {
    next.addEventListener("load", resolve);
    next.addEventListener("error", () => reject(new Error(`${next.href} could not be loaded.`)));
  });
  failed.delete(link);
  link.replaceWith(next);
  return loaded;
}
