import { problem } from "../../i18n/errors";
import type { ExtractionHead } from "../../training/extraction/types";
import { yieldToEventLoop } from "../../worker/yield";
import { texts } from "../errors";
import type { PackedFile } from "../packed/write";
import { Parts } from "../parts";
import { columnsOf, embeddingsOf } from "./columns";
import { bytesOf, npyHeader, npyTexts } from "./npy";
import type { EmbeddingFormat, FileContent } from "./types";

/** Arrays of NumPy by name, in an archive; the names of the classes stand once, in `classes`. */
export const npz: EmbeddingFormat = {
  ending: "npz",
  open(head, content) {
    assertFits(head, content);
    const columns = columnsOf(head, content).filter((column) => column.kind !== "text");
    const arrays = [
      ...embeddingsOf(head, content).map(({ name, size, of }) => ({
        name,
        type: "<f4",
        shape: [head.count, size],
        of,
      })),
      ...columns.map(({ name, kind, of }) => ({
        name,
        type: kind === "integer" ? "<i4" : "<f4",
        shape: [head.count],
        of,
      })),
    ].map((array) => ({ ...array, parts: new Parts() }));
    for (const { parts, type, shape } of arrays) parts.add(npyHeader(type, shape));
    const hasClasses = columns.some(({ name }) => name === "label" || name === "knn");
    return {
      add(rows) {
        for (const { parts, of } of arrays) parts.add(bytesOf(of(rows)));
      },
      async finish() {
        const { writeZip } = await import("../packed/write");
        return writeZip(files(), yieldToEventLoop);
      },
    };

    async function* files(): AsyncGenerator<PackedFile> {
      for (const { name, parts } of arrays) yield { path: `${name}.npy`, content: parts.toBlob("") };
      if (hasClasses) yield { path: "classes.npy", content: npyTexts(head.classNames) };
    }
  },
};

/** Its packer knows no archives beyond that (ZIP without ZIP64). */
const MOST_BYTES = 2 ** 32;

function assertFits(head: ExtractionHead, content: FileContent): void {
  const columns = columnsOf(head, content).filter(({ kind }) => kind !== "text");
  const numbers = embeddingsOf(head, content).reduce((sum, { size }) => sum + size, columns.length);
  const bytes = 4 * numbers * head.count;
  if (bytes >= 0.99 * MOST_BYTES) throw problem(texts.archiveTooLarge, { size: bytes / 2 ** 30 });
}
