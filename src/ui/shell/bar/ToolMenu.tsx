import { ActionIcon, Menu, type MenuProps, Tooltip } from "@mantine/core";
import { useState } from "react";
import classes from "./topBar.module.css";

interface ToolMenuProps {
  label: string;
  icon: React.ReactNode;
  position?: MenuProps["position"];
  children: React.ReactNode;
}

/** A button with a menu. */
export function ToolMenu({ label, icon, position = "bottom-end", children }: ToolMenuProps) {
  const [opened, setOpened] = useState(false);
  return (
    <Menu {...{ opened, position }} onChange={setOpened} width={270} withArrow>
      <Menu.Target>
        <Tooltip label={label} openDelay={300} disabled={opened}>
          <ActionIcon variant="default" size={30} aria-label={label}>
            {icon}
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown className={classes.menu}>{children}</Menu.Dropdown>
    </Menu>
  );
}
