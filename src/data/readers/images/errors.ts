import { defineTexts } from "../../../i18n/message";

/** What can be wrong with images and their folders. */
export const texts = defineTexts("errors.images", {
  noImages: "{name} holds no PNG, JPEG or WebP image.",
  noDecoder: "{name} is an encoded image; only browsers decode them here. Use NPZ or IDX files.",
  tooLarge: "{name} has {size} bytes; images of at most {most} are read.",
  undecodable: "{name} is no PNG, JPEG or WebP image that can be decoded: it is damaged or cut short ({reason}).",
  tooManyFolders: "The images lie in {count} folders; at most {most} classes are read.",
  noFolder:
    "{path} lies in no class folder, others do ({folders}): put each image into the folder of its class, or all into one.",
});

declare module "../../../i18n/message" {
  interface TextRooms {
    "errors.images": typeof texts;
  }
}
