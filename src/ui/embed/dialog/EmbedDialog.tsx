import { Button, SegmentedControl, Textarea, TextInput } from "@mantine/core";
import { useMemo, useState } from "react";
import type { Said } from "../../../i18n/message";
import { addressOf } from "../../../session/boot";
import { readOrigin } from "../../../session/embed/origins";
import { THEMES } from "../../../session/embed/part";
import { expectedHeight } from "../../../session/embed/size";
import { frameElement, frameScript, type Wanted } from "../../../session/embed/snippet";
import { copyText } from "../../actions/copy";
import { PageDialog } from "../../components/PageDialog";
import { usePlayground } from "../../context";
import { useTexts, useTranslate } from "../../language/useTexts";
import classes from "./dialog.module.css";
import { type Chosen, PanelChoice } from "./PanelChoice";
import { SizePreview } from "./SizePreview";
import { texts } from "./texts";

interface EmbedDialogProps {
  opened: boolean;
  onClose: () => void;
}

/** Makes the text that puts this experiment into somebody's page. */
export default function EmbedDialog({ opened, onClose }: EmbedDialogProps) {
  const t = useTexts(texts);
  return (
    <PageDialog {...{ opened, onClose }} title={t.title} size={720} returnFocus={false}>
      <Maker />
    </PageDialog>
  );
}

const FIRST: Chosen = ["loss", "variance", "verdict", "progress"];
const WIDTHS = ["320", "480", "800"];

function Maker() {
  const t = useTexts(texts);
  const translate = useTranslate();
  const playground = usePlayground();
  const [panels, setPanels] = useState(FIRST);
  const [theme, setTheme] = useState<Wanted["theme"]>("auto");
  const [kind, setKind] = useState<keyof typeof t.kinds>("script");
  const [origin, setOrigin] = useState("");
  const [width, setWidth] = useState("800");
  const host = useMemo(() => readHost(origin), [origin]);
  const height = expectedHeight(panels, Number(width));
  const state = addressOf(playground.state);
  const wanted: Wanted = {
    site: siteOf(window.location),
    panels,
    theme,
    origin: host.origin ?? "",
    title: document.title,
    height,
  };
  return (
    <div className={classes.maker}>
      <p className={classes.about}>{t.about}</p>
      <PanelChoice chosen={panels} onChange={setPanels} />
      <div className={classes.choices}>
        <Choice label={t.kind} value={kind} options={t.kinds} onChange={setKind} />
        <Choice label={t.theme} value={theme} options={pick(t.themes, THEMES)} onChange={setTheme} />
      </div>
      <p className={classes.about}>{kind === "script" ? t.scriptHint : t.frameHint}</p>
      {kind === "frame" && (
        <TextInput
          size="xs"
          type="url"
          label={t.origin}
          description={t.originHint}
          placeholder="https://example.org"
          value={origin}
          error={host.problem && translate(host.problem)}
          onChange={(event) => setOrigin(event.currentTarget.value)}
        />
      )}
      <div className={classes.choices}>
        <Choice
          label={t.width}
          value={width}
          options={Object.fromEntries(WIDTHS.map((value) => [value, value]))}
          onChange={setWidth}
        />
        <SizePreview panels={panels} width={Number(width)} height={height} />
      </div>
      {panels.length === 0 ? (
        <p role="alert">{t.none}</p>
      ) : (
        <Snippet text={kind === "script" ? frameScript(state, wanted) : frameElement(state, wanted)} />
      )}
    </div>
  );
}

/** Where the page is served, without its state. */
function siteOf({ origin, pathname }: Location): string {
  return origin + pathname.replace(/[^/]*$/, "");
}

/** The origin of an address that somebody writes or copies; none where nothing is written. */
function readHost(text: string): { origin: string | null; problem: Said | null } {
  const written = text.trim();
  if (written === "") return { origin: null, problem: null };
  const read = readOrigin(URL.canParse(written) ? new URL(written).origin : written);
  return typeof read === "string" ? { origin: read, problem: null } : { origin: null, problem: read.said };
}

function pick<Key extends string>(names: Record<Key, string>, keys: readonly Key[]): Record<Key, string> {
  return Object.fromEntries(keys.map((key) => [key, names[key]])) as Record<Key, string>;
}

interface ChoiceProps<Key extends string> {
  label: string;
  value: Key;
  options: Readonly<Record<Key, string>>;
  onChange: (value: Key) => void;
}

function Choice<Key extends string>({ label, value, options, onChange }: ChoiceProps<Key>) {
  const data = Object.entries<string>(options).map(([key, name]) => ({ value: key, label: name }));
  return (
    <div className={classes.choice}>
      <span className={classes.label}>{label}</span>
      <SegmentedControl
        size="xs"
        aria-label={label}
        data={data}
        value={value}
        onChange={(next) => onChange(next as Key)}
      />
    </div>
  );
}

/** What is to be copied, and the button for it. */
function Snippet({ text }: { text: string }) {
  const t = useTexts(texts);
  const [copied, setCopied] = useState<{ text: string; worked: boolean } | null>(null);
  const state = copied?.text === text ? copied : null;
  return (
    <div className={classes.snippet}>
      <Textarea
        label={t.snippet}
        classNames={{ input: classes.code }}
        value={text}
        readOnly
        autosize={false}
        rows={9}
        spellCheck={false}
        onFocus={(event) => event.currentTarget.select()}
      />
      <Button size="compact-md" onClick={() => void copyText(text).then((worked) => setCopied({ text, worked }))}>
        <span aria-live="polite">{state ? (state.worked ? t.copied : t.notCopied) : t.copy}</span>
      </Button>
    </div>
  );
}
