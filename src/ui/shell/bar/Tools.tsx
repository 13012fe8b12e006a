import { Menu } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconDotsVertical, IconDownload, IconPhoto } from "@tabler/icons-react";
import { translate } from "../../../i18n/translate";
import { HEADLINES, type HeadlineId } from "../../../metrics/groups";
import { headlineTexts } from "../../../metrics/metricTexts";
import { ACTIONS, actionsOf } from "../../../session/actions";
import { hasEnded, hasMeasured } from "../../../session/actions/conditions";
import { texts as chartsTable } from "../../charts/texts";
import { Roving } from "../../components/Roving";
import { useCharts, usePlayground, useSelect } from "../../context";
import { LanguageMenu } from "../../language/LanguageMenu";
import { useTexts } from "../../language/useTexts";
import { useShows } from "../../panels/usePanels";
import { saveChart } from "../../saving";
import { texts } from "../texts";
import { ActionItem } from "./ActionItem";
import { type ActionProps, IconAction } from "./actionParts";
import { BackendBadge } from "./BackendBadge";
import { NARROW } from "./narrow";
import { ToolMenu } from "./ToolMenu";
import classes from "./topBar.module.css";

/** What the page computes on, what leaves it, and how it looks. */
export function Tools({ perform }: ActionProps) {
  const t = useTexts(texts);
  const isRace = useSelect((state) => state.page === "race");
  const narrow = useMediaQuery(NARROW);
  return (
    <Roving className={classes.tools} aria-label={t.topBar.tools}>
      <BackendBadge />
      {!narrow && <IconAction id="share" perform={perform} />}
      {!narrow && isRace && (
        <ToolMenu label={t.topBar.export} icon={<IconDownload size={16} stroke={1.7} />}>
          <Exports perform={perform} />
        </ToolMenu>
      )}
      <LanguageMenu />
      <ToolMenu label={t.topBar.more} icon={<IconDotsVertical size={16} stroke={1.7} />}>
        {actionsOf("page").map(([id, action]) => (
          <ActionItem key={id} {...{ id, action, perform }} />
        ))}
        {narrow && <Reruns perform={perform} />}
        {narrow && <ActionItem id="share" action={ACTIONS.share} perform={perform} />}
        {narrow && isRace && <Menu.Divider />}
        {narrow && isRace && <Exports perform={perform} />}
      </ToolMenu>
    </Roving>
  );
}

/** Charts that the export menu offers, with their titles; each chart's own menu has the rest. */
function pictures(): [name: HeadlineId | "anchor", title: string][] {
  const headlines = (Object.keys(HEADLINES) as HeadlineId[]).map((name): [HeadlineId, string] => [
    name,
    headlineTexts()[name].label,
  ]);
  return [...headlines, ["anchor", translate(chartsTable.anchor.title)]];
}

/** What can follow a run that is over. */
function Reruns({ perform }: ActionProps) {
  if (!useSelect(hasEnded)) return null;
  return actionsOf("rerun").map(([id, action]) => <ActionItem key={id} {...{ id, action, perform }} />);
}

/** What of the run can be saved as a file. */
function Exports({ perform }: ActionProps) {
  const t = useTexts(texts);
  const playground = usePlayground();
  const charts = useCharts();
  const ready = useSelect(hasMeasured);
  const shows = useShows();
  return (
    <>
      {actionsOf("export").map(([id, action]) => (
        <ActionItem key={id} {...{ id, action, perform }} />
      ))}
      <Menu.Divider />
      {pictures()
        .filter(([name]) => shows(name))
        .map(([name, title]) => (
          <Menu.Item
            key={name}
            leftSection={<IconPhoto size={15} />}
            disabled={!ready}
            onClick={() => void saveChart(charts, playground, name, "png")}
          >
            {t.topBar.picture({ chart: title })}
          </Menu.Item>
        ))}
    </>
  );
}
