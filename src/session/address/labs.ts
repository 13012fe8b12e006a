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
  const base = overKind(id, LABS[id].schema.parse({}), getIn(config, KIND));
  const kind = changedLeaves(LABS[id].schema.parse({}), config).filter(([path]) => path === KIND);
  return [...kind, ...changedLeaves(base, config)].map(([path, value]) => [`${id}.${path}`, formatValue(path, value)]);
}

function formatValue(path: string, value: unknown): string {
  return path === ARMS ? formatArms(value as ArmConfig[]) : formatLeaf(path, value);
}

function readLab(id: LabId, entries: ReadonlyMap<string, string>, errors: ConfigError[]): unknown {
  const prefix = `${id}.`;
  const own = [...entries].filter(([key]) => key.startsWith(prefix));
  const fields = new Map(own.map(([key, text]) => [key.slice(prefix.length), text]));
  const wrong: ConfigError[] = [];
  const config = readLabFields(id, fields, LABS[id].schema.parse({}), wrong);
  errors.push(...wrong.map((error) => ({ ...error, path: prefix + error.path })));
  return config;
}

/**
 * A lab's settings with the texts of some fields laid over them; another kind of data comes with its own defaults.
 *
 * @param config settings of the lab
 * @param errors takes what is wrong with fields, which stay as they are
 */
export function readLabFields(
  id: LabId,
  given: ReadonlyMap<string, string>,
  config: unknown,
  errors: ConfigError[],
): unknown {
  const fields = new Map([...given].map(([path, text]) => [pathOfToday(path), text]));
  const base = overKind(id, config, fields.get(KIND));
  let draft = base;
  for (const [path, text] of fields) {
    const value = path === ARMS ? readBaseArms(text, errors) : readField(id, path, text, draft);
    if (value instanceof Error) errors.push(configError(path, saidOf(value)));
    else if (value !== null) draft = setIn(draft, path, value);
  }
  return parseWithFallback(draft, base, (input) => parseLab(id, input), errors);
}

function readField(id: LabId, path: string, text: string, draft: unknown): unknown {
  const info = LAB_FIELDS[id](path, draft);
  return info ? readLeaf(path, text, info) : noSuchField(path, pathsOf(LABS[id].schema));
}

/** The name that a field has today. */
function pathOfToday(path: string): string {
  return path.startsWith(OF_EXPERIMENT) ? OF_EXPERIMENT + renamedPath(path.slice(OF_EXPERIMENT.length)) : path;
}

function readBaseArms(text: string, errors: ConfigError[]): unknown[] | null {
  const wrong: ConfigError[] = [];
  const arms = readArms(text, wrong);
  errors.push(...wrong.map((error) => ({ ...error, path: OF_EXPERIMENT + error.path })));
  return arms;
}

/** A lab's settings, where it has an experiment of its own with a kind of data, at that kind's defaults. */
function overKind(id: LabId, config: unknown, kind: unknown): unknown {
  const ids = LAB_FIELDS[id](KIND, config)?.options ?? [];
  if (typeof kind !== "string" || !ids.includes(kind)) return config;
  const base = getIn(config, EXPERIMENT) as ExperimentConfig | Pick<ExperimentConfig, "dataset">;
  return setIn(config, EXPERIMENT, "encoder" in base ? withDataset(base, kind) : withKind(base, kind));
}
