import { useSyncExternalStore } from "react";

/** What the gallery shows, as its address says: one exhibit alone, or the exhibits of a room. */
export interface Place {
  exhibit: string | null;
  room: string | null;
  scheme: "light" | "dark";
}

export function addressOf({ exhibit, room, scheme }: Place): string {
  const query = new URLSearchParams({ ...(exhibit ? { exhibit } : room ? { room } : {}), scheme });
  return `?${query}`;
}

function readPlace(query: string): Place {
  const asked = new URLSearchParams(query);
  return {
    exhibit: asked.get("exhibit"),
    room: asked.get("room"),
    scheme: asked.get("scheme") === "dark" ? "dark" : "light",
  };
}

function subscribe(changed: () => void): () => void {
  window.addEventListener("popstate", changed);
  return () => window.removeEventListener("popstate", changed);
}

/** The place in the address. The tests go from one to the next without loading the page anew. */
export function usePlace(): Place {
  return readPlace(useSyncExternalStore(subscribe, () => window.location.search));
}
