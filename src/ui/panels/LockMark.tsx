import { ActionIcon, Tooltip } from "@mantine/core";
import { IconLock } from "@tabler/icons-react";
import { useTexts } from "../language/useTexts";
import { texts } from "./texts";

/** Stands beside what is locked, and says why on hover, focus or touch. */
export function LockMark({ name }: { name: string }) {
  const t = useTexts(texts);
  return (
    <Tooltip label={t.locked} multiline w={260} events={{ hover: true, focus: true, touch: true }} withArrow>
      <ActionIcon variant="subtle" size={24} color="gray" aria-label={t.lockedName({ name })}>
        <IconLock size={14} stroke={1.6} />
      </ActionIcon>
    </Tooltip>
  );
}
