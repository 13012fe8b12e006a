import { Button, type ButtonProps } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import type { ExperimentConfig } from "../../../config/schema";
import { PUBLIC_SETS } from "../../../data/sources/public/sets";
import { formatBytes } from "../../../i18n/format";
import { translateAll } from "../../../i18n/translate";
import { needsDownload } from "../../../session/data/askFirst";
import { usePlayground, useSelect } from "../../context";
import { texts } from "../texts";

/** Asks for the download that the settings need; nothing where they need none. */
export function DownloadButton({ size }: Pick<ButtonProps, "size">) {
  const playground = usePlayground();
  const needed = useSelect(needsDownload);
  const starting = useSelect((state) => state.starting);
  const label = useSelect(({ draft }) => labelOf(draft.dataset));
  if (!needed) return null;
  return (
    <Button
      size={size}
      loading={starting}
      leftSection={<IconDownload size={14} />}
      onClick={() => void playground.restart()}
    >
      {label}
    </Button>
  );
}

function labelOf(dataset: ExperimentConfig["dataset"]): string {
  const t = translateAll(texts);
  if (dataset.id !== "public") return t.sources.download;
  return t.sources.downloadSize({ size: formatBytes(PUBLIC_SETS[dataset.set].size) });
}
