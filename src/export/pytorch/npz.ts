import type { ExportedArray } from "../../training/exportedSamples";
import { npyHeader } from "../embeddings/npy";
import type { PackedFile } from "../packed/write";
import { writeZip } from "../packed/write";

/** Arrays of NumPy by name, in one archive. */
export function writeNpz(arrays: Readonly<Record<string, ExportedArray>>, pause: () => Promise<void>): Promise<Blob> {
  return writeZip(files(), pause);

  async function* files(): AsyncGenerator<PackedFile> {
    for (const [name, { shape, values }] of Object.entries(arrays)) {
      const header = npyHeader(values instanceof Uint8Array ? "|u1" : "<f4", shape);
      const bytes = new Uint8Array(values.buffer as ArrayBuffer, values.byteOffset, values.byteLength);
      yield { path: `${name}.npy`, content: new Blob([header, bytes]) };
    }
  }
}
