import { configError } from "../../config/configError";
import { withDataset } from "../../config/kinds";
import { parseSchema } from "../../config/parseSchema";
import { getIn, setIn } from "../../config/paths";
import type { ArmConfig, ConfigError, ExperimentConfig } from "../../config/schema";
import { formatArms, readArms } from "../../config/url/arms";
import { changedLeaves, parseWithFallback, readValue } from "../../config/url/fields";
import { saidOf } from "../../i18n/errors";
import { LAB_IDS, LABS, type LabId } from "../../labs";
import { LAB_FIELDS } from "../../labs/fields";
import type { AddressPart } from "./part";

/** The labs' settings in an address, as in `sweep.x.values=4,8,16`. A lab's own experiment is written below `base`. */

const KIND = "base.dataset.id";

/** The settings of all labs. */
export const labsPart: AddressPart<Record<LabId, unknown>> = {
  owns: (key) => LAB_IDS.some((id) => key.startsWith(`${id}.`)),
  read: (entries, errors) =>
    Object.fromEntries(LAB_IDS.map((id) => [id, readLab(id, entries, errors)])) as Record<LabId, unknown>,
  write: (labs) => LAB_IDS.flatMap((id) => formatLab(id, labs[id])),
};

/** Fields in which a lab's settings differ from its defaults. */
function formatLab(id: LabId, config: unknown): [path: string, text: string][] {
  const base = defaultsOver(id, getIn(config, KIND));
  const kind = changedLeaves(LABS[id].schema.parse({}), config).filter(([path]) => path === KIND);
  return [...kind, ...changedLeaves(base, config)].map(([path, value]) => [`${id}.${path}`, formatLeaf(path, value)]);
}

function formatLeaf(path: string, value: unknown): string {
  if (path === "base.arms") return formatArms(value as ArmConfig[]);
  return value === undefined ? "" : String(value);
}

function readLab(id: LabId, entries: ReadonlyMap<string, string>, errors: ConfigError[]): unknown {
  const base = defaultsOver(id, entries.get(`${id}.${KIND}`));
  const wrong: ConfigError[] = [];
  let draft = base;
  for (const [key, text] of entries) {
    if (!key.startsWith(`${id}.`)) continue;
    const path = key.slice(id.length + 1);
    const value = path === "base.arms" ? readBaseArms(text, wrong) : readValue(text, LAB_FIELDS[id](path, draft));
    if (value instanceof Error) wrong.push(configError(path, saidOf(value)));
    else if (value !== null) draft = setIn(draft, path, value);
  }
  const config = parseWithFallback(draft, base, (input) => parseSchema<unknown>(LABS[id].schema, input), wrong);
  errors.push(...wrong.map((error) => ({ ...error, path: `${id}.${error.path}` })));
  return config;
}

function readBaseArms(text: string, errors: ConfigError[]): unknown[] | null {
  const wrong: ConfigError[] = [];
  const arms = readArms(text, wrong);
  errors.push(...wrong.map((error) => ({ ...error, path: `base.${error.path}` })));
  return arms;
}

/** A lab's defaults, where it has an experiment of its own with a kind of data at that kind's defaults. */
function defaultsOver(id: LabId, kind: unknown): unknown {
  const config: unknown = LABS[id].schema.parse({});
  const ids = LAB_FIELDS[id](KIND, config)?.options ?? [];
  if (typeof kind !== "string" || !ids.includes(kind)) return config;
  return setIn(config, "base", withDataset(getIn(config, "base") as ExperimentConfig, kind));
}
