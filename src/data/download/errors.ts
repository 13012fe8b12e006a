import { defineTexts } from "../../i18n/message";

/** Why a file could not be fetched. */
export const texts = defineTexts("errors.download", {
  empty: "{url} is empty.",
  unreachable:
    "{url} could not be fetched ({reason}). Either there is no connection, or the server does not let other sites read its files (CORS): download the file yourself and drop it on the page.",
  webPage: "{url} is a web page, not a data file: take the address of the download itself.",
  noAddress: '"{url}" is no address of data: it must begin with https:// (or http://localhost).',
  cutOff: "{url} was cut off on its way ({reason}): try again.",
  silent: "{url}: nothing has come from the server for {seconds} seconds.",
  ledInside: "{url} leads to an address on this machine or in this network ({to}), where no data is fetched from.",
  tooLarge: "{url} is larger than {most} bytes, the most that are fetched.",
  refused: "{url}: the server answered {status} {meaning}",
  refusedSilently: "{url}: the server answered {status}",
  wantsLogin: "(it wants a login)",
  forbidden: "(it does not allow this)",
  noFile: "(there is no such file)",
  tooOften: "(it was asked too often; try again later)",
});

declare module "../../i18n/message" {
  interface TextRooms {
    "errors.download": typeof texts;
  }
}
