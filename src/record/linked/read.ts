import { PALETTE } from "../../config/arms";
import { PlaygroundError, problem } from "../../i18n/errors";
import { METRICS, type MetricId } from "../../metrics";
import { ByteReader } from "./bytes";
import { type LinkedArm, type LinkedCurve, type LinkedCurves, MOST, plain } from "./curves";
import { texts } from "./errors";
import { fromParts, type LinkScale } from "./scale";
import { OWN_COLOR, VERSION } from "./write";

/** Characters of a text that is read: anybody can write a link. */
const LONGEST = 8000;
/** Bytes of a character, and of a metric's name. */
const CHARACTER = 4;
const NAME = 64;

/**
 * The curves that stand in a link, all of them or none.
 * @throws PlaygroundError where the text is none that `writeCurves` could have written
 */
export function readCurves(text: string): LinkedCurves {
  if (text.length > LONGEST) throw problem(texts.tooLong, { n: text.length, most: LONGEST });
  if (!text.startsWith(VERSION)) throw problem(texts.version, { known: VERSION.slice(0, -1) });
  const from = new ByteReader(text.slice(VERSION.length));
  const title = readText(from, MOST.title);
  const seeds = from.whole(1, MOST.seeds);
  const batchSize = from.whole(0, MOST.batchSize) || null;
  const arms = listOf(from.whole(1, MOST.arms), () => readArm(from));
  const curves = listOf(from.whole(1, MOST.curves), () => readCurve(from, arms.length));
  from.end();
  const areTwice = new Set(curves.map(({ metric }) => metric)).size < curves.length;
  if (areTwice) throw new PlaygroundError(texts.damaged);
  return { title, seeds, batchSize, arms, curves };
}

function listOf<T>(length: number, read: () => T): T[] {
  return Array.from({ length }, read);
}

function readText(from: ByteReader, most: number): string {
  return plain(from.text(CHARACTER * most), most);
}

function readArm(from: ByteReader): LinkedArm {
  const label = readText(from, MOST.label);
  const color = from.byte();
  if (color < PALETTE.length) return { label, color };
  if (color !== OWN_COLOR) throw new PlaygroundError(texts.damaged);
  const channels = listOf(3, () => from.byte().toString(16).padStart(2, "0"));
  return { label, color: `#${channels.join("")}` };
}

function readCurve(from: ByteReader, arms: number): LinkedCurve {
  const metric = readMetric(from);
  const steps = readSteps(from);
  const scale = readScale(from);
  const means = listOf(arms, () => Float32Array.from(steps, () => fromParts(from.word(), scale)));
  return { metric, steps, means };
}

function readMetric(from: ByteReader): MetricId {
  const id = plain(from.text(NAME), NAME);
  if (!Object.hasOwn(METRICS, id)) throw problem(texts.noMetric, { id });
  return id as MetricId;
}

/** Each is later than the one before. */
function readSteps(from: ByteReader): Int32Array<ArrayBuffer> {
  const steps = new Int32Array(from.whole(1, MOST.points));
  for (let i = 0; i < steps.length; i++) {
    const before = i === 0 ? -1 : (steps[i - 1] as number);
    steps[i] = Math.max(0, before) + from.whole(i === 0 ? 0 : 1, MOST.step - Math.max(0, before));
  }
  return steps;
}

function readScale(from: ByteReader): LinkScale {
  const scale = { log: from.whole(0, 1) === 1, low: from.number(), high: from.number() };
  const isOne = scale.low <= scale.high && (!scale.log || scale.low > 0);
  if (!isOne) throw new PlaygroundError(texts.damaged);
  return scale;
}
