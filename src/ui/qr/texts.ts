import { defineTexts } from "../../i18n/message";

/** What is said around a QR code. */
export const texts = defineTexts("qr", {
  title: "QR code",
  image: "QR code of the link",
  link: "Link",
  length: "{n, plural, one {1 character.} other {# characters.}}",
  dense: "A long link makes a fine code: show it large, or shorten what it says.",
  tooLong: "The link is too long for a QR code, which holds {limit, number} bytes.",
  local: "This page is served from this device: other devices cannot open its address.",
});

declare module "../../i18n/message" {
  interface TextRooms {
    qr: typeof texts;
  }
}
