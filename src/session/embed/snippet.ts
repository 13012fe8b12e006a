import { formatUrl, type UrlState } from "../address/address";
import { EVERYTHING } from "../panels/arrangement";
import type { PanelGroupId, PanelId } from "../panels/registry";
import type { Embed } from "./part";

/** The text that puts a frame into somebody's page. */

export interface Wanted {
  /** Address of the playground, with its last slash. */
  site: string;
  panels: readonly (PanelId | PanelGroupId)[];
  theme: Embed["theme"];
  /** Of the page that it goes into; empty where the frame need not be spoken to. */
  origin: string;
  title: string;
  /** Of the frame, in pixels. */
  height: number;
}

/** The address of the frame: the experiment of a state, and nothing else of it. */
function frameAddress(state: UrlState, { site, panels, theme, origin }: Omit<Wanted, "title" | "height">): string {
  const embed: Embed = { on: true, theme, origins: origin === "" ? [] : [origin] };
  const arrangement = { ...EVERYTHING, panels: [...panels] };
  return `${site}#${formatUrl({ ...state, page: "race", chapter: null, reference: null, arrangement, embed })}`;
}

/** An element that needs no script, and has the height that is given here. */
export function frameElement(state: UrlState, wanted: Wanted): string {
  const { title, height } = wanted;
  const attributes = {
    src: frameAddress(state, wanted),
    title,
    width: "100%",
    height: String(height),
    loading: "lazy",
    style: "border: 0",
  };
  const written = Object.entries(attributes).map(([name, value]) => `${name}="${escaped(value)}"`);
  return `<iframe ${written.join(" ")}></iframe>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}

/** The same with the script beside the page, by which the height follows and the page can play. */
export function frameScript(state: UrlState, { site, panels, theme, title }: Wanted): string {
  const options = { settings: settingsOf(state), panels, ...(theme !== "auto" && { theme }), title };
  // What ends a script in HTML must not stand in one.
  const json = JSON.stringify(options, null, 2).replaceAll("<", "\\u003c").replace(LIST, inOneLine);
  return [
    '<div id="flatnce"></div>',
    `<script src="${escaped(site)}embed.js"></script>`,
    `<script>FlatNCE.mount("#flatnce", ${json});</script>`,
  ].join("\n");
}

/** A list of names, which JSON writes a line each. */
const LIST = /\[[^[\]"]*("[\w.]+"[^[\]"]*)+\]/g;

function inOneLine(list: string): string {
  return list.replace(/\s+/g, " ").replace("[ ", "[").replace(" ]", "]");
}

/** The experiment as entries of the address. */
function settingsOf(state: UrlState): Record<string, string> {
  const bare = formatUrl({ ...state, page: "race", chapter: null, reference: null, arrangement: EVERYTHING });
  return Object.fromEntries(new URLSearchParams(bare));
}
