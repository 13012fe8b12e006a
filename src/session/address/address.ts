import { type ConfigError, configError } from "../../config/configError";
import { presetConfig } from "../../config/presets";
import { renamedPath } from "../../config/renamed";
import { type ExperimentConfig, experimentSchema } from "../../config/schema";
import { formatExperiment, type NamedExperiment, readFields, readPreset } from "../../config/url/experiment";
import { encode, splitHash } from "../../config/url/fields";
import { say } from "../../i18n/message";
import type { LabId } from "../../labs";
import { type Embed, embedPart } from "../embed/part";
import type { ChapterId } from "../learn/chapters";
import type { Lesson } from "../lesson/lesson";
import { lessonPart } from "../lesson/part";
import { type Reference, referencePart } from "../overlay/reference";
import type { Arrangement } from "../panels/arrangement";
import { arrangementPart } from "../panels/part";
import type { PanelId } from "../panels/registry";
import type { ViewSettings } from "../view";
import { texts } from "./errors";
import { labsPart } from "./labs";
import { chapterPart, type Page, pagePart } from "./page";
import type { AddressPart } from "./part";
import { viewPart } from "./view";

/** What of the page's state is in the address beside the experiment. */
interface PageState {
  view: ViewSettings;
  /** What of the page is shown. */
  arrangement: Arrangement;
  /** What a teacher has made of the page; null where it is the whole page. */
  lesson: Lesson | null;
  /** Whether the page stands in another one, and whose. */
  embed: Embed;
  page: Page;
  /** Of the page Learn; null on another one. */
  chapter: ChapterId | null;
  /** Settings of the labs, as their schemas give them. */
  labs: Record<LabId, unknown>;
  /** Curves to hold a run to; null without any. */
  reference: Reference | null;
}

/**
 * The state of the page in the address, as in `#preset=vanish&batchSize=32&view.smoothing=0.5&lab=precision`: the
 * experiment (see config/url/experiment.ts), and a part for everything else.
 */
export interface UrlState extends NamedExperiment, PageState {}

export interface ParsedUrl extends UrlState {
  /** Fields that could not be read; each keeps the value that it has in the preset. */
  errors: ConfigError[];
  /** The guided tour is asked for. */
  tour: boolean;
}

/** What a frame shows where its address names no panels. */
const FRAME_PANELS: readonly PanelId[] = ["loss", "verdict", "variance", "progress"];

/** `autoplay=0`: a page that waits for Play, as it does with every other link (../visit/autoplay.ts). Read, and not written again. */
const AUTOPLAY = "autoplay";

/** `tour`: the guided minute, over whatever the link shows. Read, and not written again. */
const TOUR = "tour";

/** In the order in which they are written. */
const PARTS: { [Key in keyof PageState]: AddressPart<PageState[Key]> } = {
  view: viewPart,
  arrangement: arrangementPart,
  lesson: lessonPart,
  embed: embedPart,
  page: pagePart,
  chapter: chapterPart,
  labs: labsPart,
  reference: referencePart,
};

/** Writes a state, without the leading `#`. */
export function formatUrl(state: UrlState): string {
  const { view, arrangement, lesson, embed, page, chapter, labs, reference } = PARTS;
  const parts = [
    ...formatExperiment(state),
    ...view.write(state.view),
    ...arrangement.write(state.arrangement),
    ...lesson.write(state.lesson),
    ...embed.write(state.embed),
    ...page.write(state.page),
    ...chapter.write(state.chapter),
    ...labs.write(state.labs),
    ...reference.write(state.reference),
  ];
  return parts.map(([key, value]) => `${encode(key)}=${encode(value)}`).join("&");
}

/**
 * Reads the part of an address after `#`. Never throws: what is wrong is reported and the rest is kept.
 *
 * @param fallback preset to start from where the address names none that there is
 */
export function parseUrl(hash: string, fallback: string | null = null): ParsedUrl {
  const errors: ConfigError[] = [];
  const entries = bounded(splitHash(hash), errors);
  const presetId = readPreset(entries.get("preset"), errors) ?? fallback;
  const page = readPageState(entries, errors);
  const autoplay = entries.get(AUTOPLAY);
  if (autoplay !== undefined && autoplay !== "0")
    errors.push(configError(AUTOPLAY, say(texts.oneOf, { allowed: "0" })));
  const config = readFields(experimentFields(entries), presetConfig(presetId), errors);
  return { presetId, config, ...page, errors, tour: readTour(entries.get(TOUR), errors) };
}

/** Most fields of an address that are read, and most characters of one: far more than the page writes. */
const MOST = { fields: 500, characters: 131_072 };

/** The part of an address's fields that is read at all: a link from anybody must not keep the page busy. */
function bounded(entries: Map<string, string>, errors: ConfigError[]): Map<string, string> {
  const first = [...entries].slice(0, MOST.fields);
  const read = first.filter(([, text]) => text.length <= MOST.characters);
  for (const [path, text] of first)
    if (text.length > MOST.characters) errors.push(configError(path, say(texts.tooLong, { most: MOST.characters })));
  const { size: n } = entries;
  if (n > MOST.fields) errors.push(configError("", say(texts.tooMany, { n, most: MOST.fields })));
  return new Map(read);
}

/** `tour` alone is enough to ask for it. */
function readTour(text: string | undefined, errors: ConfigError[]): boolean {
  if (text !== undefined && !["", "0", "1"].includes(text))
    errors.push(configError(TOUR, say(texts.oneOf, { allowed: "0, 1" })));
  return text === "" || text === "1";
}

/** What a link may ask of the machine, whichever experiment is shown. */
const OF_DEVICE: readonly string[] = ["backend", "kernels", "captured"] satisfies (keyof ExperimentConfig)[];

/** Whether an address says anything of the experiment itself; what there is not says nothing of it. */
export function namesExperiment(hash: string): boolean {
  const entries = splitHash(hash);
  const said = [...experimentFields(entries).keys()].filter((key) => isOfExperiment(key) && !OF_DEVICE.includes(key));
  return entries.has("preset") || said.length > 0;
}

/**
 * An address whose first part, before `#`, was written by somebody who took it for the place: `?preset=vanish`. What is
 * behind `#` wins; what the page knows nothing of is left to whom it belongs.
 */
export function withQuery(hash: string, query: string): string {
  const known = [...splitHash(query)].filter(([key]) => isKnown(key));
  if (known.length === 0) return hash;
  return [...new Map([...known, ...splitHash(hash)])]
    .map(([key, value]) => `${encode(key)}=${encode(value)}`)
    .join("&");
}

/** The query without what `withQuery` takes from it, with its `?`; empty where nothing is left. */
export function foreignQuery(query: string): string {
  const foreign = query
    .replace(/^\?/, "")
    .split(/&(?:amp;)?/)
    .filter((part) => part !== "" && ![...splitHash(part).keys()].some(isKnown));
  return foreign.length > 0 ? `?${foreign.join("&")}` : "";
}

function isKnown(key: string): boolean {
  return isOwn(key) || isOfExperiment(key);
}

/** Whether an entry is of the page rather than a field of the experiment. */
function isOwn(key: string): boolean {
  return key === "preset" || key === AUTOPLAY || key === TOUR || Object.values(PARTS).some((part) => part.owns(key));
}

function isOfExperiment(key: string): boolean {
  return Object.hasOwn(experimentSchema.shape, renamedPath(key).split(".")[0] ?? "");
}

function readPageState(entries: Map<string, string>, errors: ConfigError[]): PageState {
  const read = <Key extends keyof PageState>(key: Key): PageState[Key] => readPart(key, entries, errors);
  const embed = read("embed");
  const arrangement = read("arrangement");
  const isChosen = arrangement.panels.length > 0 || !embed.on;
  return {
    view: read("view"),
    arrangement: isChosen ? arrangement : { ...arrangement, panels: FRAME_PANELS },
    lesson: read("lesson"),
    embed,
    page: read("page"),
    chapter: read("chapter"),
    labs: read("labs"),
    reference: read("reference"),
  };
}

function readPart<Key extends keyof PageState>(
  key: Key,
  entries: Map<string, string>,
  errors: ConfigError[],
): PageState[Key] {
  const own = [...entries].filter(([name]) => PARTS[key].owns(name));
  return PARTS[key].read(new Map(own), errors);
}

/** Whether the page stands in another one, which is asked before all else is read. */
export function isFramed(hash: string): boolean {
  return readPart("embed", splitHash(hash), []).on;
}

/** What is neither the preset, nor any part's own, nor about the visit alone. */
function experimentFields(entries: Map<string, string>): Map<string, string> {
  return new Map([...entries].filter(([key]) => !isOwn(key)));
}
