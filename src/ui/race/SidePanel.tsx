import { useId } from "react";
import { translate } from "../../i18n/translate";
import { ACTIONS, actionTexts } from "../../session/actions";
import { IconButton } from "../components/IconButton";
import { usePlayground, useSelect } from "../context";
import { Guard } from "../faults/Guard";
import { withKey } from "../shell/keyName";
import classes from "./sidePanel.module.css";

interface SidePanelProps {
  id?: string;
  className?: string | undefined;
  title: string;
  /** The action that folds it. */
  action: keyof typeof OPEN;
  children: React.ReactNode;
}

/** Which part of the view says whether a panel is there. */
const OPEN = { foldSettings: "settings", foldViews: "views" } as const;

/** A panel beside the charts, under its name and the button that folds it; folded, the button alone. */
export function SidePanel({ id, className = "", title, action, children }: SidePanelProps) {
  const playground = usePlayground();
  const content = useId();
  const field = OPEN[action];
  const open = useSelect((state) => state.view[field]);
  const { icon: Icon, shortcut } = ACTIONS[action];
  const label = translate(actionTexts(action).label);
  return (
    <div id={id} tabIndex={-1} className={className} data-open={open || undefined}>
      <div className={classes.head}>
        {open && <span className={classes.title}>{title}</span>}
        <IconButton
          variant="subtle"
          color="gray"
          size="sm"
          label={label}
          tooltip={withKey(label, shortcut)}
          aria-expanded={open}
          aria-controls={content}
          onClick={() => playground.setView({ [field]: !open })}
        >
          <Icon size={16} stroke={1.7} />
        </IconButton>
      </div>
      <div id={content} className={classes.content} data-open={open || undefined}>
        <Guard>{children}</Guard>
      </div>
    </div>
  );
}
