import { type News, readNews } from "./news";

/** The other tabs of this browser that have the page open. */
export interface Tabs {
  tell(news: News): void;
  /** Calls back with what another tab tells; never with what this one told. */
  listen(heard: (news: News) => void): void;
}

/** Where nothing is known of other tabs. */
export const NO_TABS: Tabs = { tell: () => undefined, listen: () => undefined };

/** The part of a BroadcastChannel that is needed. */
type Channel = Pick<BroadcastChannel, "postMessage" | "addEventListener">;

/** @param open undefined where the browser has no channels; throws where it refuses them */
export function browserTabs(open: ((name: string) => Channel) | undefined): Tabs {
  const channel = open && opened(open);
  if (!channel) return NO_TABS;
  return {
    tell: (news) => channel.postMessage(news),
    listen: (heard) =>
      channel.addEventListener("message", ({ data }) => {
        const news = readNews(data);
        if (news) heard(news);
      }),
  };
}

/** Firefox has no channels where a user denies the page its storage: then the page is alone, as it says of its storage. */
function opened(open: (name: string) => Channel): Channel | null {
  try {
    return open("flatnce-tabs");
  } catch {
    return null;
  }
}
