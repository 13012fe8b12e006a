import { ActionIcon, Button } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { fileName } from "../../../data/download/fetchData";
import { PUBLIC_SETS, type PublicSet } from "../../../data/sources/public/sets";
import type { StoredFile } from "../../../data/types";
import { formatBytes } from "../../../i18n/format";
import { translateAll } from "../../../i18n/translate";
import { usePlayground, useSelect } from "../../context";
import { useTexts } from "../../language/useTexts";
import { texts } from "../texts";
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
        {kept.map((file) => (
          <KeptFile key={file.url} file={file} />
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

function KeptFile({ file: { url, size } }: { file: StoredFile }) {
  const t = useTexts(texts);
  const playground = usePlayground();
  const name = nameOf(url);
  return (
    <li>
      <span className={classes.keptName} title={url}>
        {name}
      </span>
      <span className={classes.soft}>{formatBytes(size)}</span>
      <ActionIcon
        size={22}
        variant="subtle"
        color="gray"
        aria-label={t.sources.remove({ name })}
        onClick={() => void playground.keptFiles.remove([url])}
      >
        <IconTrash size={14} />
      </ActionIcon>
    </li>
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
