import { defineTexts } from "../i18n/message";

/** What is wrong with a command line. */
export const texts = defineTexts("errors.cli", {
  config: "config",
  invalidConfig: "{file}:\n{problem}",
  noFolder: "{option} {path}: there is no folder {folder}",
  noJson: "{file} is not JSON: {reason}",
  noFile: "There is no file {file}.",
  noCheckpoint: "{file}: {reason}",
  resumeAlone: "--resume goes on with the experiment of its checkpoint: leave {option} out.",
  noValue: "--set {setting}: write it as field=value, for example --set batchSize=32",
  splitAlone: "--split says which samples --embeddings writes: name its file too.",
  noFormat: "--embeddings {path}: the name of the file says its kind; it ends in {endings}.",
  noSplit: "--split {split}: there are {allowed}.",
  noDecoder: "Pictures cannot be decoded here: the package @napi-rs/canvas could not be loaded ({reason}).",
  tooManyPixels:
    "it is of {width, number} x {height, number} pixels, and pictures of at most {most, number} pixels are decoded",
  noDawn: "WebGPU: Dawn could not be loaded ({reason}).",
});

declare module "../i18n/message" {
  interface TextRooms {
    "errors.cli": typeof texts;
  }
}
