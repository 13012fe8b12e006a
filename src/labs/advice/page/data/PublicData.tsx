import { NativeSelect } from "@mantine/core";
import { areStored } from "../../../../data/download/addresses";
import { PUBLIC_SETS, type PublicSetId } from "../../../../data/sources/public/sets";
import { formatBytes } from "../../../../i18n/format";
import { sourceTexts } from "../../../../session/settings/names";
import { useSelect } from "../../../../ui/context";
import { useTexts } from "../../../../ui/language/useTexts";
import { texts } from "../../texts";
import classes from "../advice.module.css";

const IDS = Object.keys(PUBLIC_SETS) as PublicSetId[];

interface PublicDataProps {
  chosen: PublicSetId;
  onChange: (set: PublicSetId) => void;
}

/** The published sets, each with its size; what is chosen is fetched when the lab is run. */
export function PublicData({ chosen, onChange }: PublicDataProps) {
  const t = useTexts(texts);
  const { train, test, license, source } = PUBLIC_SETS[chosen];
  const isKept = useSelect(({ kept }) => areStored([train.url, test.url], kept));
  const data = IDS.map((value) => {
    const { title, size } = PUBLIC_SETS[value];
    return { value, label: t.data.size({ title, size: formatBytes(size) }) };
  });
  return (
    <>
      <NativeSelect
        size="xs"
        label={sourceTexts().set.label}
        data={data}
        value={chosen}
        onChange={({ currentTarget }) => onChange(IDS.find((id) => id === currentTarget.value) ?? chosen)}
      />
      <p className={classes.hint}>
        {isKept ? t.data.held : t.data.fetched} {license}.{" "}
        <a href={source} target="_blank" rel="noreferrer">
          {source.replace("https://", "")}
        </a>
      </p>
    </>
  );
}
