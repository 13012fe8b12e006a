import { type ConfigError, configError } from "../../config/configError";
import { noSuchField } from "../../config/url/nearest";
import { say } from "../../i18n/message";
import { METRICS } from "../../metrics";
import { texts as addressTexts } from "../address/errors";
import type { AddressPart } from "../address/part";
import { texts } from "./errors";
import { EMPTY_LESSON, type Lesson, LIMITS, lessonSchema, type Question, tidy } from "./lesson";

/** `lesson=1&lesson.title=The+log+K+curse&lesson.stop=400` in an address. What cannot be read is said, and the rest is shown. */

const VERSION = "1";
const KEY = "lesson";
const PREFIX = "lesson.";

type Key = keyof Lesson;
type Refuse = (said: ConfigError["said"]) => void;

interface Field<Value> {
  /** @returns undefined where it cannot be read, which `refuse` has been told */
  read(text: string, refuse: Refuse): Value | undefined;
  /** @returns empty where it is as in every lesson */
  write(value: Value): string;
}

/** In the order in which they are written. */
const FIELDS: { [K in Key]: Field<Lesson[K]> } = {
  title: textField("title"),
  task: textField("task"),
  start: {
    read: (text, refuse) => readWhole(text, 0, LIMITS.start, refuse),
    write: (start) => (start ? `${start}` : ""),
  },
  stop: { read: (text, refuse) => readWhole(text, 1, LIMITS.step, refuse), write: (stop) => (stop ? `${stop}` : "") },
  predict: { read: readQuestion, write: writeQuestion },
  ask: textField("ask"),
  zoom: { read: readZoom, write: (zoom) => zoom?.join(",") ?? "" },
};
const KEYS = Object.keys(FIELDS) as Key[];

/** The lesson that an address opens; null where it opens none. */
export const lessonPart: AddressPart<Lesson | null> = {
  owns: (key) => key === KEY || key.startsWith(PREFIX),
  read: (entries, errors) => (entries.size === 0 ? null : readLesson(entries, errors)),
  write: (lesson) => (lesson ? [[KEY, VERSION], ...KEYS.flatMap((key) => writeField(key, lesson))] : []),
};

function writeField<K extends Key>(key: K, lesson: Lesson): [string, string][] {
  const text = FIELDS[key].write(lesson[key]);
  return text === "" ? [] : [[PREFIX + key, text]];
}

function readLesson(entries: ReadonlyMap<string, string>, errors: ConfigError[]): Lesson {
  const version = entries.get(KEY) ?? VERSION;
  if (version !== "" && version !== VERSION)
    errors.push(configError(KEY, say(texts.version, { version: version.slice(0, 20) })));
  let lesson = EMPTY_LESSON;
  for (const [path, text] of entries) {
    if (path === KEY) continue;
    const key = KEYS.find((one) => PREFIX + one === path);
    const paths = KEYS.map((one) => PREFIX + one);
    if (key) lesson = withField(lesson, key, text, (said) => errors.push(configError(path, said)));
    else errors.push(configError(path.slice(0, 60), noSuchField(path, paths).said));
  }
  return lesson;
}

function withField<K extends Key>(lesson: Lesson, key: K, text: string, refuse: Refuse): Lesson {
  const value = FIELDS[key].read(text, refuse);
  return value === undefined ? lesson : lessonSchema.parse({ ...lesson, [key]: value });
}

function textField(key: "title" | "task" | "ask"): Field<string> {
  const limit = LIMITS[key];
  return {
    read: (text, refuse) => {
      const all = tidy(text, key);
      if (all.length > limit) refuse(say(texts.tooLong, { n: all.length, limit }));
      // A character that is cut in two is none.
      return tidy(all.slice(0, limit), key);
    },
    write: (text) => text,
  };
}

function readWhole(text: string, low: number, high: number, refuse: Refuse): number | undefined {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= low && value <= high) return value;
  refuse(say(addressTexts.whole, { low, high }));
  return undefined;
}

function readZoom(text: string, refuse: Refuse): Lesson["zoom"] | undefined {
  const { data } = lessonSchema.shape.zoom.safeParse(
    text.split(",").map((end) => (end.trim() === "" ? null : Number(end))),
  );
  if (!data) refuse(texts.zoom);
  return data ?? undefined;
}

function readQuestion(text: string, refuse: Refuse): Question | undefined {
  const [kind, metric = "", ...arms] = text.split(":");
  if (!Object.hasOwn(METRICS, metric)) {
    refuse(say(texts.noMetric, { id: metric.slice(0, 40) }));
    return undefined;
  }
  const [first, second] = arms.map((place) => (/^\d$/.test(place) ? Number(place) : null));
  const written = kind === "between" ? { kind, metric, a: first, b: second } : { kind, metric, arm: first };
  const { data } = lessonSchema.shape.predict.safeParse(written);
  if (!data) refuse(say(texts.predict, { last: LIMITS.arms - 1 }));
  else if (data.kind === "between" && data.a === data.b) refuse(texts.sameArm);
  else return data;
  return undefined;
}

function writeQuestion(question: Question | null): string {
  if (!question) return "";
  const { kind, metric } = question;
  return kind === "between" ? [kind, metric, question.a, question.b].join(":") : [kind, metric, question.arm].join(":");
}
