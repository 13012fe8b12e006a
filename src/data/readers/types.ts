import type { KeptPacked } from "../archives/unpack";
import type { DataWish, LabeledSets } from "../assembly/labeled";
import type { LoadTools, PickedFile } from "../types";
import type { FileStart } from "./fileStart";

/** What a user wants of the data, and the seed that every choice of samples follows from. */
export type ReaderWish = DataWish & {
  seed: number;
  /** The one thing that was picked, such as an archive: messages call the whole so. */
  title?: string;
};

/**
 * A format of files: how it is recognized, and a pure function from files to the common form. Formats that must be decoded
 * sample by sample read no more than the wish asks for; the others read all, and leave the choice to `assemble`.
 */
export interface Reader {
  id: string;
  /** Its part of the sentence that answers a file of no known format. */
  label: string;
  /** Endings of names that say enough: such files are not looked into (folders of images are large). */
  endings?: readonly string[];
  /** Whether the first bytes are of this format. */
  recognizes?(start: FileStart): boolean | Promise<boolean>;
  /** Whether a name says that this reader has to answer for files where nothing is recognized. */
  claims?(name: string): boolean;
  /** Endings of files that come along with the format and say nothing about samples: they are left out. */
  companions?: readonly string[];
  /** Endings of files that it reads beside its own, such as tables that name pictures. */
  reads?: readonly string[];
  /** Whether files of the format come along with others, as descriptions of them: then they are left out. */
  yields?: true;
  /** What it unpacks by itself, since it need not hold all of it; other archives are folders to it. */
  unpacks?: Partial<KeptPacked>;
  /**
   * @param files one at least
   * @throws DataError naming the file, what is wrong and what is allowed
   */
  read(files: PickedFile[], wish: ReaderWish, tools: LoadTools): Promise<LabeledSets>;
  /** Where parts of a file on a server are enough. */
  remote?: {
    endings: readonly string[];
    /** @returns null when the server sends files whole only */
    read(url: string, wish: ReaderWish, tools: LoadTools): Promise<LabeledSets | null>;
  };
}

declare module "../../i18n/message" {
  interface TextRooms {
    readers: { readonly [id: string]: { readonly label: string } };
  }
}
