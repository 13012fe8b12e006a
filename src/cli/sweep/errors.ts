import { defineTexts } from "../../i18n/message";

/** What is wrong with the command line of a sweep, or with a file of one. */
export const texts = defineTexts("errors.cliSweep", {
  noShard: "--shard {shard}: write it as which/how many, counted from 1, for example --shard 3/16",
  timed:
    "--shard {shard}: budget time has each cell train as long as the first one on the same machine, so this sweep runs in one piece; budget steps or samples can be split.",
  noBackend: "--backend {backend}: there are {allowed}.",
  notBeside: "{option} means nothing beside --merge, which takes settings and cells from the parts.",
  noParts: "--merge: name the parts, for example --merge part-*.json",
  unknown: "{argument}: options begin with --; files are named after --merge alone.",
  otherShard: "{file} is part {found} of a sweep, not {asked}: name another file with --out, or delete it.",
  otherFile:
    "{file} is there already, and cannot be gone on from; name another file with --out, or delete it.\n{reason}",
  settings: "these settings",
});

declare module "../../i18n/message" {
  interface TextRooms {
    "errors.cliSweep": typeof texts;
  }
}
