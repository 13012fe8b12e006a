import { Button } from "@mantine/core";
import { fileName } from "../../../data/download/fetchData";
import { PUBLIC_SETS, type PublicSet } from "../../../data/sources/public/sets";
import { formatBytes } from "../../../i18n/format";
import { translateAll } from "../../../i18n/translate";
import { usePlayground, useSelect } from "../../context";
import { useTexts } from "../../language/useTexts";
import { texts } from "../texts";
import { StoredItem } from "./StoredItem";
import classes from "./sources.module.css";

/** The downloads that are kept on this device, where there are any, and how to be rid of them. */
export function KeptFiles() {
  const t = useTexts(texts);
  const playground = usePlayground();
  const kept = useSelect((state) => state.kept);
  if (kept.length === 0) return null;
  const total = kept.reduce((sum, { size }) => sum + size, 0);
  return (
    <details className={classes.kept}>
      <summary>{t.sources.kept({ count: kept.length, size: formatBytes(total) })}</summary>
      <ul>
        {kept.map(({ url, size }) => (
          <StoredItem
            key={url}
            name={nameOf(url)}
            size={size}
            address={url}
            onRemove={() => void playground.keptFiles.remove([url])}
          />
        ))}
      </ul>
      <Button
        size="compact-xs"
        variant="default"
        onClick={() => void playground.keptFiles.remove(kept.map(({ url }) => url))}
      >
        {t.sources.removeAll}
      </Button>
      <p className={classes.hint}>{t.sources.keptHint}</p>
    </details>
  );
}

/** Files of published sets have names that say little. */
function nameOf(url: string): string {
  const t = translateAll(texts);
  for (const { title, train, test } of Object.values<PublicSet>(PUBLIC_SETS)) {
    if (url === train.url) return t.sources.training({ set: title });
    if (url === test.url) return t.sources.testing({ set: title });
  }
  return fileName(url);
}
