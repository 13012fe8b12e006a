import { ActionIcon, type ActionIconProps, Tooltip } from "@mantine/core";

interface IconButtonProps extends Omit<ActionIconProps, "children"> {
  /** Its name for screen readers, and what its tooltip says unless that says more. */
  label: string;
  tooltip?: string;
  /** Milliseconds until the tooltip shows. */
  openDelay?: number;
  onClick: () => void;
  /** The icon. */
  children: React.ReactNode;
}

/** A button of an icon alone, which says what it does on hover and focus. */
export function IconButton({ label, tooltip = label, openDelay = 0, ...button }: IconButtonProps) {
  return (
    <Tooltip label={tooltip} openDelay={openDelay}>
      <ActionIcon {...button} aria-label={label} />
    </Tooltip>
  );
}
