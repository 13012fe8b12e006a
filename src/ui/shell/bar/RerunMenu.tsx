import { useMediaQuery } from "@mantine/hooks";
import { IconChevronDown } from "@tabler/icons-react";
import { actionsOf } from "../../../session/actions";
import { hasEnded } from "../../../session/actions/conditions";
import { useSelect } from "../../context";
import { useTexts } from "../../language/useTexts";
import { useControl } from "../../panels/usePanels";
import { texts } from "../texts";
import { ActionItem } from "./ActionItem";
import type { ActionProps } from "./actionParts";
import { NARROW } from "./narrow";
import { ToolMenu } from "./ToolMenu";

/** What else can follow a run that is over, besides what its button does. */
export default function RerunMenu({ perform }: ActionProps) {
  const t = useTexts(texts);
  const narrow = useMediaQuery(NARROW);
  const ended = useSelect(hasEnded);
  // The menu of the tools has them there.
  const isOpen = useControl("play") === "open";
  if (narrow || !ended || !isOpen) return null;
  return (
    <ToolMenu label={t.topBar.rerun} icon={<IconChevronDown size={16} stroke={1.7} />} position="bottom-start">
      {actionsOf("rerun").map(([id, action]) => (
        <ActionItem key={id} {...{ id, action, perform }} />
      ))}
    </ToolMenu>
  );
}
