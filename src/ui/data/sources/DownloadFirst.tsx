import type { ExperimentConfig } from "../../../config/schema";
import { fileName } from "../../../data/download/fetchData";
import { isAllowed } from "../../../data/download/request";
import { PUBLIC_SETS } from "../../../data/sources/public/sets";
import { needsDownload } from "../../../session/data/askFirst";
import { useSelect } from "../../context";
import { useTexts } from "../../language/useTexts";
import classes from "../../settings/pendingChanges.module.css";
import { texts } from "../texts";
import { DownloadButton } from "./DownloadButton";
import { Loading } from "./Loading";

/** In the place of a run, where there cannot be one before its data is downloaded: what would be fetched, and how to ask for it. */
export function DownloadFirst() {
  const t = useTexts(texts);
  const waits = useSelect((state) => state.run === null && needsDownload(state));
  const name = useSelect(({ draft }) => nameOf(draft.dataset));
  if (!waits || name === null) return null;
  return (
    <section className={classes.notice} aria-label={t.sources.download}>
      <strong>{t.sources.notHere({ name })}</strong>
      <span>{t.sources.askFirst}</span>
      <Loading />
      <div className={classes.noticeButtons}>
        <DownloadButton size="compact-sm" />
      </div>
    </section>
  );
}

function nameOf(dataset: ExperimentConfig["dataset"]): string | null {
  if (dataset.id === "public") return PUBLIC_SETS[dataset.set].title;
  return dataset.id === "url" && isAllowed(dataset.url) ? fileName(dataset.url) : null;
}
