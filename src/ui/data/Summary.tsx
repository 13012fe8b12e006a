import { sourceOf } from "../../data/sources";
import type { DatasetSummary } from "../../data/types";
import { useSelect } from "../context";
import { useTexts } from "../language/useTexts";
import settings from "../settings/settings.module.css";
import { Thumbnails } from "../views/Thumbnails";
import { DataPanelButton } from "./DataPanelButton";
import { DatasetCounts } from "./DatasetCounts";
import { texts } from "./texts";

/** The run's data in a few pictures and one line, and the way to a closer look. */
export function Summary({ dataset }: { dataset: DatasetSummary }) {
  const t = useTexts(texts);
  const { trainCount, labeled } = dataset;
  const all = useSelect(({ run }) => {
    const config = run?.config.dataset;
    return config && !sourceOf(config).isMade && trainCount < config.samples;
  });
  return (
    <>
      <Thumbnails dataset={dataset} />
      <p className={settings.hint}>
        <DatasetCounts dataset={dataset} />
        {all && ` ${t.summary.taken}`}
        {!labeled && ` ${t.summary.unlabeled}`}
      </p>
      <DataPanelButton tab="samples">{t.summary.look}</DataPanelButton>
    </>
  );
}
