import { useEffect, useState } from "react";
import type { PickedFile } from "../../data/types";
import { saidOf } from "../../i18n/errors";
import { controlState } from "../../session/panels/arrangement";
import type { Playground } from "../../session/playground";
import { usePlayground } from "../context";
import { texts as dropTexts } from "../data/sources/errors";
import type { Incoming } from "../data/sources/incoming";
import { listenForData } from "../data/sources/listen";
import { texts as dataTable } from "../data/texts";
import { useTexts } from "../language/useTexts";
import { checkpointAmong, openDocuments, recordsAmong } from "../opening";
import { texts as panelsTable } from "../panels/texts";
import classes from "./dropZone.module.css";

/** What a user brings is data to train on, a checkpoint to go on from, or documents: records to be kept, what a lab measured to be shown. */
async function receiveFiles(playground: Playground, files: PickedFile[]): Promise<unknown> {
  const records = await recordsAmong(files);
  if (records.length > 0) return openDocuments(playground, records);
  const checkpoint = checkpointAmong(files);
  return checkpoint ? playground.checkpoints.open(checkpoint) : playground.loadFiles(files);
}

/**
 * Data may be dropped or pasted anywhere on the page. While it hovers, and while folders are looked through, it says so.
 *
 * @param props takesData: whether there is a use for it on the page that is shown
 */
export function DropZone({ takesData = true }: { takesData?: boolean }) {
  const { sources } = useTexts(dataTable);
  const playground = usePlayground();
  const [note, setNote] = useState<"reading" | "dropHere" | null>(null);
  useEffect(() => {
    const receive = async (brought: Promise<Incoming>) => {
      setNote("reading");
      try {
        const data = await brought.finally(() => setNote(null));
        if ("address" in data) await playground.loadUrl(data.address);
        else await receiveFiles(playground, data.files);
      } catch (error) {
        playground.notify("startFailed", saidOf(error));
      }
    };
    const refusal = takesData ? panelsTable.lockedData : dropTexts.elsewhere;
    const isOpen = () => takesData && controlState(playground.state.arrangement, "data") === "open";
    return listenForData({
      hover: (hovers) => setNote(hovers && isOpen() ? "dropHere" : null),
      // Listened to all the same: a file that nobody takes would replace the page.
      receive: (brought) => (isOpen() ? void receive(brought) : playground.notify("startFailed", refusal)),
    });
  }, [playground, takesData]);
  return note === null ? null : (
    <div className={classes.drop} role="status">
      {sources[note]}
    </div>
  );
}
