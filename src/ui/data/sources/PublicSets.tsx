import { Radio } from "@mantine/core";
import { areStored } from "../../../data/download/addresses";
import { PUBLIC_SETS, type PublicSet, type PublicSetId } from "../../../data/sources/public/sets";
import { formatBytes, formatCount } from "../../../i18n/format";
import { sourceTexts } from "../../../session/settings/names";
import { usePlayground, useSelect } from "../../context";
import { useTexts } from "../../language/useTexts";
import { RowHead } from "../../settings/RowHead";
import { texts } from "../texts";
import { DownloadButton } from "./DownloadButton";
import classes from "./sources.module.css";

const IDS = Object.keys(PUBLIC_SETS) as PublicSetId[];

/** The published sets, with everything that one may want to know before anything is downloaded. */
export function PublicSets() {
  const playground = usePlayground();
  const dataset = useSelect(({ draft }) => draft.dataset);
  if (dataset.id !== "public") return null;
  const { label, tooltip } = sourceTexts().set;
  return (
    <div className={classes.sets}>
      <RowHead label={label} tooltip={tooltip} />
      <Radio.Group
        className={classes.group}
        aria-label={label}
        value={dataset.set}
        onChange={(set) => playground.setField("dataset.set", set)}
      >
        {IDS.map((id) => (
          <SetRow key={id} id={id} />
        ))}
      </Radio.Group>
      <ChosenSet set={PUBLIC_SETS[dataset.set]} />
      <DownloadButton size="compact-xs" />
    </div>
  );
}

function SetRow({ id }: { id: PublicSetId }) {
  const t = useTexts(texts);
  const { title, size, license, train, test } = PUBLIC_SETS[id];
  const isKept = useSelect(({ kept }) => areStored([train.url, test.url], kept));
  return (
    <Radio
      size="xs"
      value={id}
      classNames={{ root: classes.set, body: classes.setBody, labelWrapper: classes.setLabel }}
      label={
        <span className={classes.setHead}>
          <span>{title}</span>
          <span className={classes.soft}>{isKept ? t.sources.onDevice : formatBytes(size)}</span>
        </span>
      }
      description={license}
    />
  );
}

/** What the row of the chosen set has no room for. */
function ChosenSet({ set: { train, test, source } }: { set: PublicSet }) {
  const t = useTexts(texts);
  return (
    <p className={classes.hint}>
      {t.sources.parts({ train: train.count, test: formatCount(test.count) })} {t.sources.source}:{" "}
      <a href={source} target="_blank" rel="noreferrer">
        {source.replace("https://", "")}
      </a>
    </p>
  );
}
