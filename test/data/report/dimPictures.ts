import { assemble } from "../../../src/data/assembly/assemble";
import { Counter } from "../../../src/data/report/counter";
import type { DataReport } from "../../../src/data/report/report";
import { texts } from "../../../src/data/report/texts";
import { say } from "../../../src/i18n/message";

/** The report of 60 pictures that hardly vary, of which one of three classes has a single one, beside a file that was left out. */
export function reportOfDimPictures(leftOut = "notes.txt"): DataReport {
  const labels = Uint8Array.from({ length: 60 }, (_, i) => (i === 59 ? 2 : i % 2));
  const values = Uint8Array.from({ length: 60 * 784 }, (_, i) => (Math.imul(i + 1, 2_654_435_761) >>> 16) % 12);
  const classNames = ["ant", "bee", "cat"];
  const train = { name: "pets", kind: "images" as const, shape: [28, 28, 1], count: 60, values, labels, classNames };
  const files = new Counter("files").take(60).leave(say(texts.left.unknownFormat, { ending: ".txt" }), leftOut);
  const report = { sources: [files.tally] };
  return assemble({ train, test: null, report }, { id: "files", title: "pets", samples: 1000 }, 1).report!;
}
