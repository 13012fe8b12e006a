import { IconLink } from "@tabler/icons-react";
import { textsOf } from "../../../i18n/message";
import type { Action } from "../action";
import { always } from "../conditions";

export const MESSAGES = {
  copied: "Link copied",
  copyFailed: "The link could not be copied; it is in the address bar.",
};
const said = textsOf("actions", { messages: MESSAGES }, "share").messages;

/** The address holds the whole state of the page: it is all that has to be passed on. */
export const share: Action = {
  icon: IconLink,
  label: "Copy a link to this page",
  shortcut: "s",
  messages: MESSAGES,
  enabled: always,
  run: async ({ copyLink, announce }) => announce((await copyLink()) ? said.copied : said.copyFailed),
};
