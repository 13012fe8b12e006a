import { Button } from "@mantine/core";
import { useEffect, useState } from "react";
import { getIn } from "../../config/paths";
import { changedLeaves } from "../../config/url/fields";
import { formatDateTime, formatSetting } from "../../i18n/format";
import { LABS, type LabId } from "../../labs";
import { EXPERIMENT } from "../../labs/parse";
import { rowTexts, settingName } from "../../session/settings/names";
import type { KeptLab } from "../../storage/keptLab";
import { usePlayground } from "../context";
import { useTexts } from "../language/useTexts";
import type { LabField } from "./LabControls";
import classes from "./labs.module.css";
import { texts } from "./texts";
import { useLab } from "./useLab";

/** Differences from a lab's defaults that are named; what more there are is found once it is shown. */
const NAMED = 4;

/**
 * What was measured with other settings, where nothing was with these: rows are kept under their settings, and an address
 * that does not name them, as of a first visit of the day, would hide that they are there.
 */
export function EarlierResults<I extends LabId>({ id, fields }: { id: I; fields: readonly LabField<I>[] }) {
  const t = useTexts(texts);
  const { labs } = usePlayground();
  const { phase, rows, config } = useLab(id);
  const isEmpty = phase === "idle" && rows.length === 0;
  const [earlier, setEarlier] = useState<KeptLab[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other settings leave out other results.
  useEffect(() => {
    let isWanted = isEmpty;
    if (isEmpty) void labs.earlier(id).then((found) => isWanted && setEarlier(found));
    return () => {
      isWanted = false;
    };
  }, [labs, id, isEmpty, config]);
  if (!isEmpty || earlier.length === 0) return null;
  return (
    <section className={classes.earlier} aria-label={t.earlier.title}>
      <h3>{t.earlier.title}</h3>
      <ul>
        {earlier.map((result) => (
          <li key={result.key}>
            <ShowButton id={id} result={result} />
            <span>{t.earlier.rows({ rows: result.rows.length })}</span>
            <span>{differences(id, fields, result.config)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function ShowButton({ id, result }: { id: LabId; result: KeptLab }) {
  const t = useTexts(texts);
  const { labs } = usePlayground();
  const when = formatDateTime(new Date(result.startedAt));
  return (
    <Button
      size="compact-sm"
      variant="default"
      aria-label={t.earlier.show({ when })}
      onClick={() => labs.setConfig(id, result.config)}
    >
      {when}
    </Button>
  );
}

/** `Steps 12, Batch size 4,8` */
function differences<I extends LabId>(id: I, fields: readonly LabField<I>[], config: unknown): string {
  const display: readonly string[] = LABS[id].display;
  const changed = changedLeaves(LABS[id].schema.parse({}), config).filter(([path]) => !display.includes(path));
  const named = changed.slice(0, NAMED).map(([path, value]) => {
    const field = fields.find((one) => one.path === path);
    const name = field ? rowTexts(field, `${id}.`).label : otherName(path, config);
    return `${name} ${formatSetting(value)}`;
  });
  return [...named, ...(changed.length > NAMED ? ["\u2026"] : [])].join(", ");
}

/** Of a lab's own experiment, and of an axis, which is called after the setting that it varies. */
function otherName(path: string, config: unknown): string {
  const [first = "", ...rest] = path.split(".");
  if (first === EXPERIMENT) return settingName(rest.join("."));
  const varied = getIn(config, `${first}.path`);
  return typeof varied === "string" ? settingName(varied) : path;
}
