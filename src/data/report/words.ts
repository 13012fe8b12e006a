import { translate, translateAll } from "../../i18n/translate";
import type { DataReport, LeftOut, Tally } from "./report";
import { texts } from "./texts";

/** A report in sentences, in the language that is spoken now: the same beside the data, in a written report and on a command line. */
export interface ReportWords {
  counted: CountedWords[];
  /** What is named, and where it comes from. */
  origins: [name: string, origin: string][];
  notes: string[];
  suspicions: string[];
}

interface CountedWords {
  said: string;
  /** Why the rest was left out. */
  left: string[];
}

export function reportInWords({ sources, samples, labels, bank, split, notes, suspicions }: DataReport): ReportWords {
  const t = translateAll(texts);
  return {
    counted: [...sources, samples].map(countedInWords),
    origins: [
      [t.labelsFrom, translate(labels)],
      ...(bank ? [[t.bankFrom, translate(bank)] as [string, string]] : []),
      [t.splitFrom, translate(split)],
    ],
    notes: notes.map((note) => translate(note)),
    suspicions: suspicions.map(({ said }) => translate(said)),
  };
}

function countedInWords({ of, found, taken, left }: Tally): CountedWords {
  return {
    said: translateAll(texts).counted({ of, found, taken, left: found - taken }),
    left: left.map(reasonInWords),
  };
}

function reasonInWords({ count, why, names }: LeftOut): string {
  const t = translateAll(texts);
  if (names.length === 0) return t.leftOut({ count, why });
  const more = names.length < count ? ["\u2026"] : [];
  return t.leftOutNamed({ count, why, names: [...names, ...more].join(", ") });
}
