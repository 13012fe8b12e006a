import { configError } from "../../config/configError";
import { withDataset, withKind } from "../../config/kinds";
import { getIn, setIn } from "../../config/paths";
import { renamedPath } from "../../config/renamed";
import type { ArmConfig, ConfigError, ExperimentConfig } from "../../config/schema";
import { pathsOf } from "../../config/schemaInfo";
import { formatArms, readArms } from "../../config/url/arms";
import { changedLeaves, parseWithFallback } from "../../config/url/fields";
import { formatLeaf, readLeaf } from "../../config/url/leaves";
import { noSuchField } from "../../config/url/nearest";
import { saidOf } from "../../i18n/errors";
import { LAB_IDS, LABS, type LabId } from "../../labs";
import { LAB_FIELDS } from "../../labs/fields";
import { EXPERIMENT, parseLab } from "../../labs/parse";
import type { AddressPart } from "./part";

/** The labs' settings in an address, as in `sweep.x.values=4,8,16`. A lab's own experiment is written below `base`. */

const OF_EXPERIMENT = `${EXPERIMENT}.`;
const KIND = `${OF_EXPERIMENT}dataset.id`;
const ARMS = `${OF_EXPERIMENT}arms`;

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
  return [...kind, ...changedLeaves(base, config)].map(([path, value]) => [`${id}.${path}`, formatValue(path, value)]);
}

function formatValue(path: string, value: unknown): string {
  return path === ARMS ? formatArms(value as ArmConfig[]) : formatLeaf(path, value);
}

function readLab(id: LabId, entries: ReadonlyMap<string, string>, errors: ConfigError[]): unknown {
  const fields = fieldsOfLab(id, entries);
  const base = defaultsOver(id, fields.get(KIND));
  const wrong: ConfigError[] = [];
  let draft = base;
  for (const [path, text] of fields) {
    const value = path === ARMS ? readBaseArms(text, wrong) : readField(id, path, text, draft);
    if (value instanceof Error) wrong.push(configError(path, saidOf(value)));
    else if (value !== null) draft = setIn(draft, path, value);
  }
  const config = parseWithFallback(draft, base, (input) => parseLab(id, input), wrong);
  errors.push(...wrong.map((error) => ({ ...error, path: `${id}.${error.path}` })));
  return config;
}

function readField(id: LabId, path: string, text: string, draft: unknown): unknown {
  const info = LAB_FIELDS[id](path, draft);
  return info ? readLeaf(path, text, info) : noSuchField(path, pathsOf(LABS[id].schema));
}

/** The texts of a lab's fields, under the names that the fields have today. */
function fieldsOfLab(id: LabId, entries: ReadonlyMap<string, string>): Map<string, string> {
  const prefix = `${id}.`;
  const own = [...entries].filter(([key]) => key.startsWith(prefix));
  return new Map(own.map(([key, text]) => [pathOfToday(key.slice(prefix.length)), text]));
}

function pathOfToday(path: string): string {
  return path.startsWith(OF_EXPERIMENT) ? OF_EXPERIMENT + renamedPath(path.slice(OF_EXPERIMENT.length)) : path;
}

function readBaseArms(text: string, errors: ConfigError[]): unknown[] | null {
  const wrong: ConfigError[] = [];
  const arms = readArms(text, wrong);
  errors.push(...wrong.map((error) => ({ ...error, path: OF_EXPERIMENT + error.path })));
  return arms;
}

/** A lab's defaults, where it has an experiment of its own with a kind of data at that kind's defaults. */
function defaultsOver(id: LabId, kind: unknown): unknown {
  const config: unknown = LABS[id].schema.parse({});
  const ids = LAB_FIELDS[id](KIND, config)?.options ?? [];
  if (typeof kind !== "string" || !ids.includes(kind)) return config;
  const base = getIn(config, EXPERIMENT) as ExperimentConfig | Pick<ExperimentConfig, "dataset">;
  return setIn(config, EXPERIMENT, "encoder" in base ? withDataset(base, kind) : withKind(base, kind));
}
