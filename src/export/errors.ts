import { defineTexts } from "../i18n/message";

/** What is wrong with a file that is to be gone on from. */
export const texts = defineTexts("errors.export", {
  tooShort: "The file is too short to be a safetensors file.",
  cutShort: "The file is no safetensors file, or its end is missing.",
  noJson: "The header of the safetensors file is not JSON.",
  noList: "The header of the safetensors file is not a list of tensors.",
  unreadable: "The tensor {name} cannot be read: {path}: {reason}.",
  wrongSize: "The tensor {name} has {found} bytes, but {dtype} [{shape}] takes {expected}.",
  noTexts: "The metadata of the safetensors file have to be texts.",
  gap: "The tensor {name} does not begin where the one before it ends.",
  wrongLength: "The tensors have {expected} bytes together, but the file has {found} of them.",
  noCheckpoint: "The file holds tensors, but not the experiment that they are of: it is no checkpoint.",
  experimentNoJson: "The experiment in the checkpoint is not JSON.",
  experimentInvalid: "The experiment in the checkpoint is not valid: {problem}",
  bytes: "The tensor {name} is of bytes, which no state has.",
  measured: "What was measured of the run does not fit the experiment in the checkpoint.",
  runInvalid: "What the checkpoint says of its run is not valid.",
  oneArray: "A NumPy array (.npy) holds one embedding: choose h or z, or an archive of arrays (.npz).",
  archiveTooLarge:
    "An archive of arrays (.npz) holds 4 GB, and this would be {size, number} GB: choose Parquet or CSV.",
  noPicture: "The browser could not encode the image.",
  nothingDrawn: "Nothing is drawn there yet.",
  noClipboard: "This browser takes no pictures into the clipboard; save the chart instead.",
});

declare module "../i18n/message" {
  interface TextRooms {
    "errors.export": typeof texts;
  }
}
