import { useMediaQuery } from "@mantine/hooks";
import { useMemo } from "react";
import type { DatasetSummary } from "../../data/types";
import { useTexts } from "../language/useTexts";
import classes from "./contents.module.css";
import data from "./data.module.css";
import { SampleStrip } from "./SampleStrip";
import { texts } from "./texts";

/** Images that have no classes to stand under. */
export function Gallery({ dataset }: { dataset: DatasetSummary }) {
  const t = useTexts(texts);
  const isPhone = useMediaQuery("(max-width: 720px)");
  const { values, count } = dataset.samples;
  const shown = useMemo(() => Array.from({ length: count }, (_, i) => i), [count]);
  return (
    <figure className={classes.gallery}>
      <SampleStrip
        {...{ values, shown, shape: dataset.shape }}
        columns={isPhone ? 8 : 16}
        label={t.classes.describeGallery({ count })}
      />
      <figcaption className={data.note}>{t.classes.first({ count })}</figcaption>
    </figure>
  );
}
