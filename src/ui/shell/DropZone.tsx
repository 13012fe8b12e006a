import { useEffect, useState } from "react";
import { messageOf } from "../../engine/messageOf";
import { usePlayground } from "../context";
import type { Incoming } from "../data/sources/incoming";
import { listenForData } from "../data/sources/listen";
import { words } from "../words";
import classes from "./shell.module.css";

/** Data may be dropped or pasted anywhere on the page. While it hovers, and while folders are looked through, it says so. */
export function DropZone() {
  const playground = usePlayground();
  const [note, setNote] = useState<string | null>(null);
  useEffect(() => {
    const take = async (brought: Promise<Incoming>) => {
      setNote(words.sources.reading);
      try {
        const data = await brought.finally(() => setNote(null));
        await ("address" in data ? playground.loadUrl(data.address) : playground.loadFiles(data.files));
      } catch (error) {
        playground.notify("startFailed", messageOf(error));
      }
    };
    return listenForData({
      hover: (hovers) => setNote(hovers ? words.sources.dropHere : null),
      take: (brought) => void take(brought),
    });
  }, [playground]);
  return note === null ? null : (
    <div className={classes.drop} role="status">
      {note}
    </div>
  );
}
