import { ActionIcon, Menu, type MenuProps, Tooltip } from "@mantine/core";

interface ToolMenuProps {
  label: string;
  icon: React.ReactNode;
  position?: MenuProps["position"];
  children: React.ReactNode;
}

/** A button with a menu. */
export function ToolMenu({ label, icon, position = "bottom-end", children }: ToolMenuProps) {
  return (
    <Menu position={position} width={270} withArrow>
      <Menu.Target>
        <Tooltip label={label} openDelay={300}>
          <ActionIcon variant="default" size={30} aria-label={label}>
            {icon}
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  );
}
