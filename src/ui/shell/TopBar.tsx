import { ActionIcon, Button, Menu, Tooltip } from "@mantine/core";
import { IconDownload, IconPhoto } from "@tabler/icons-react";
import { translate, translateAll } from "../../i18n/translate";
import { ACTIONS, type ActionId, actionsOf, actionTexts } from "../../session/actions";
import type { Action } from "../../session/actions/action";
import { hasMeasured } from "../../session/actions/conditions";
import { draftsAnotherPreset } from "../../session/shown";
import { headlineTexts } from "../charts/metricTexts";
import { texts as chartsTable } from "../charts/texts";
import { IconButton } from "../components/IconButton";
import { useCharts, usePlayground, useSelect } from "../context";
import { LanguageMenu } from "../language/LanguageMenu";
import { useTexts } from "../language/useTexts";
import { saveChart } from "../saving";
import { BackendBadge } from "./BackendBadge";
import { Brand } from "./Brand";
import { Progress } from "./Progress";
import { Tabs } from "./Tabs";
import { texts } from "./texts";
import classes from "./topBar.module.css";

/** The slim bar on top: the pages, the Race's transport, progress and speed, backend, and what leaves the page. */
export function TopBar({ perform }: { perform: (action: Action) => void }) {
  const t = useTexts(texts);
  const isRace = useSelect((state) => state.page === "race");
  return (
    <header className={classes.bar} data-page={isRace ? "race" : "lab"}>
      <Brand />
      <Tabs />
      {isRace && (
        <>
          {/* biome-ignore lint/a11y/useSemanticElements: a group of buttons, not of form fields. */}
          <div className={classes.transport} role="group" aria-label={t.topBar.controls}>
            <PlayButton perform={perform} />
            <IconAction id="step" perform={perform} />
            <IconAction id="reset" perform={perform} />
          </div>
          <Progress />
        </>
      )}
      <BackendBadge />
      <div className={classes.tools}>
        <IconAction id="share" perform={perform} />
        {isRace && <ExportMenu perform={perform} />}
        <LanguageMenu />
        <IconAction id="theme" perform={perform} />
        <IconAction id="help" perform={perform} />
      </div>
    </header>
  );
}

interface ActionProps {
  perform: (action: Action) => void;
}

/** What an action is called, and whether it can be done now. */
function useAction(id: string, action: Action) {
  const { label } = useTexts(actionTexts(id));
  return { label, enabled: useSelect(action.enabled) };
}

function PlayButton({ perform }: ActionProps) {
  const state = useSelect((playground) => playground.run?.state);
  const starting = useSelect((state) => state.starting);
  const id = state === "running" ? "pause" : state === "finished" ? "again" : "play";
  const action = ACTIONS[id];
  const { label, enabled } = useAction(id, action);
  const t = useTexts(texts);
  const isOther = useSelect(draftsAnotherPreset);
  return (
    <Button
      size="compact-md"
      w={98}
      disabled={!enabled && !starting}
      loading={starting}
      leftSection={<action.icon size={16} />}
      aria-keyshortcuts="Space"
      onClick={() => perform(action)}
    >
      {id === "again" && isOther ? t.topBar.next : label}
    </Button>
  );
}

function IconAction({ id, perform }: ActionProps & { id: ActionId }) {
  const action = ACTIONS[id];
  const { label, enabled } = useAction(id, action);
  return (
    <IconButton
      variant="default"
      size={30}
      label={label}
      tooltip={`${label} (${keyName(action.shortcut)})`}
      openDelay={300}
      disabled={!enabled}
      onClick={() => perform(action)}
    >
      <action.icon size={16} stroke={1.7} />
    </IconButton>
  );
}

/** A key as it is printed on a keyboard. */
export function keyName(key: string): string {
  const names: Readonly<Record<string, string>> = translateAll(texts).keys;
  return names[key] ?? key.toUpperCase();
}

function ActionItem({ id, action, perform }: ActionProps & { id: string; action: Action }) {
  const { label, enabled } = useAction(id, action);
  return (
    <Menu.Item
      leftSection={<action.icon size={15} />}
      rightSection={<kbd className={classes.menuKey}>{keyName(action.shortcut)}</kbd>}
      disabled={!enabled}
      onClick={() => perform(action)}
    >
      {label}
    </Menu.Item>
  );
}

/** Charts that the export menu offers, with their titles; each chart's own menu has the rest. */
function pictures(): [name: string, title: string][] {
  const headlines = Object.entries(headlineTexts()).map(([name, { label }]): [string, string] => [name, label]);
  return [...headlines, ["anchor", translate(chartsTable.anchor.title)]];
}

function ExportMenu({ perform }: ActionProps) {
  const t = useTexts(texts);
  const playground = usePlayground();
  const charts = useCharts();
  const ready = useSelect(hasMeasured);
  return (
    <Menu position="bottom-end" width={260} withArrow>
      <Menu.Target>
        <Tooltip label={t.topBar.export} openDelay={300}>
          <ActionIcon variant="default" size={30} aria-label={t.topBar.export}>
            <IconDownload size={16} stroke={1.7} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {actionsOf("export").map(([id, action]) => (
          <ActionItem key={id} {...{ id, action, perform }} />
        ))}
        <Menu.Divider />
        {pictures().map(([name, title]) => (
          <Menu.Item
            key={name}
            leftSection={<IconPhoto size={15} />}
            disabled={!ready}
            onClick={() => void saveChart(charts, playground, name, "png")}
          >
            {t.topBar.picture({ chart: title })}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
