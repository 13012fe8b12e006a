import { yieldToEventLoop } from "../../worker/yield";
import { type PackedFile, writeZip } from "../packed/write";
import { Parts } from "../parts";
import { columnsOf, embeddingsOf } from "./columns";
import { bytesOf, npyHeader, npyTexts } from "./npy";
import type { EmbeddingFormat } from "./types";

/** Arrays of NumPy by name, in an archive; the names of the classes stand once, in `classes`. */
export const npz: EmbeddingFormat = {
  ending: "npz",
  open(head, content) {
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
      finish: () => writeZip(files(), yieldToEventLoop),
    };

    async function* files(): AsyncGenerator<PackedFile> {
      for (const { name, parts } of arrays) yield { path: `${name}.npy`, content: parts.toBlob("") };
      if (hasClasses) yield { path: "classes.npy", content: npyTexts(head.classNames) };
    }
  },
};
