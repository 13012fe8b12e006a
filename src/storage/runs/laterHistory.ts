import type { History } from "./history";

/**
 * A history whose code is fetched with its first call: a page lists its runs once it is drawn. A later call finds the code there, so that what
 * is kept while the page goes waits for nothing.
 */
export function laterHistory(load: () => Promise<History>): History {
  let coming: Promise<History> | null = null;
  const there = () => {
    coming ??= load().catch((error: unknown) => {
      coming = null;
      throw error;
    });
    return coming;
  };
  return {
    all: async () => (await there()).all(),
    find: async (id) => (await there()).find(id),
    keep: async (...kept) => (await there()).keep(...kept),
    remark: async (...remarks) => (await there()).remark(...remarks),
    series: async (id) => (await there()).series(id),
    remove: async (key) => (await there()).remove(key),
    restore: async (removed) => (await there()).restore(removed),
  };
}
