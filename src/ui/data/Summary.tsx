import { sourceOf } from "../../data/sources";
import type { DatasetSummary } from "../../data/types";
import { formatCount } from "../../i18n/format";
import { useSelect } from "../context";
import settings from "../settings/settings.module.css";
import { Thumbnails } from "../views/Thumbnails";
import { words } from "../words";
import { DataPanelButton } from "./DataPanelButton";
import { describeShape } from "./describeShape";

/** The run's data in a few pictures and one line, and the way to a closer look. */
export function Summary({ dataset }: { dataset: DatasetSummary }) {
  const { trainCount, testCount, shape, labelled } = dataset;
  const all = useSelect(({ run }) => {
    const config = run?.config.dataset;
    return config && !sourceOf(config).isMade && trainCount < config.samples;
  });
  return (
    <>
      <Thumbnails dataset={dataset} />
      <p className={settings.hint}>
        {words.data.summary(formatCount(trainCount), formatCount(testCount), describeShape(shape))}.
        {all && ` ${words.data.taken}`}
        {!labelled && ` ${words.data.unlabelled}`}
      </p>
      <DataPanelButton tab="samples">{words.data.look}</DataPanelButton>
    </>
  );
}
