import { ActionIcon, type ActionIconProps, Tooltip } from "@mantine/core";
import { useTexts } from "../language/useTexts";
import { texts } from "../panels/texts";

/** Of what cannot be used, but can be reached. */
export const LOCKED = { disabled: false, "data-disabled": true, "aria-disabled": true, onClick: undefined } as const;

interface IconButtonProps extends Omit<ActionIconProps, "children"> {
  /** Its name for screen readers, and what its tooltip says unless that says more. */
  label: string;
  tooltip?: string;
  /** Milliseconds until the tooltip shows. */
  openDelay?: number;
  /** It is seen, but nothing comes of it; its tooltip says why. */
  locked?: boolean;
  onClick: () => void;
  /** The icon. */
  children: React.ReactNode;
}

/** A button of an icon alone, which says what it does on hover and focus. */
export function IconButton({ label, tooltip = label, openDelay = 0, locked = false, ...button }: IconButtonProps) {
  const t = useTexts(texts);
  // One that is disabled in full could say nothing to a pointer or the focus.
  if (locked)
    return (
      <Tooltip label={t.locked} multiline w={260}>
        <ActionIcon {...button} {...LOCKED} aria-label={t.lockedName({ name: label })} />
      </Tooltip>
    );
  return (
    <Tooltip label={tooltip} openDelay={openDelay}>
      <ActionIcon {...button} aria-label={label} />
    </Tooltip>
  );
}
