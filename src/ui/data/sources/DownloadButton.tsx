import { Button, type ButtonProps } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import type { ExperimentConfig } from "../../../config/schema";
import { PUBLIC_SETS } from "../../../data/sources/public/sets";
import { formatBytes } from "../../../i18n/format";
import { needsDownload } from "../../../session/askFirst";
import { usePlayground, useSelect } from "../../context";
import { words } from "../../words";

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
  if (dataset.id !== "public") return words.sources.download;
  return words.sources.downloadSize(formatBytes(PUBLIC_SETS[dataset.set].size));
}
