import { type ConfigError, configError } from "../../config/configError";
import { say } from "../../i18n/message";
import { texts as addressTexts } from "../address/errors";
import type { AddressPart } from "../address/part";
import { readOrigin } from "./origins";

/** `embed&embed.theme=dark&embed.origins=https://example.org` in an address: the page as a frame of another one. */

export const THEMES = ["auto", "light", "dark"] as const;
type EmbedTheme = (typeof THEMES)[number];

export interface Embed {
  /** The page stands in another one. */
  on: boolean;
  /** The pages that may speak to it. */
  origins: readonly string[];
  theme: EmbedTheme;
}

export const NOT_EMBEDDED: Embed = { on: false, origins: [], theme: "auto" };

const ON = "embed";
const ORIGINS = "embed.origins";
const THEME = "embed.theme";

/** Whether the page is a frame, and whose. */
export const embedPart: AddressPart<Embed> = {
  owns: (key) => key === ON || key === ORIGINS || key === THEME,
  read: (entries, errors) => {
    if (entries.size === 0) return NOT_EMBEDDED;
    return {
      on: readOn(entries.get(ON), errors),
      origins: readOrigins(entries.get(ORIGINS), errors),
      theme: readTheme(entries.get(THEME), errors),
    };
  },
  write: ({ on, origins, theme }) => [
    ...(on ? [[ON, "1"] as [string, string]] : []),
    ...(origins.length > 0 ? [[ORIGINS, origins.join(",")] as [string, string]] : []),
    ...(theme !== "auto" ? [[THEME, theme] as [string, string]] : []),
  ],
};

/** `embed` alone is enough. */
function readOn(text: string | undefined, errors: ConfigError[]): boolean {
  if (text !== undefined && !["", "0", "1"].includes(text))
    errors.push(configError(ON, say(addressTexts.oneOf, { allowed: "0, 1" })));
  return text === "" || text === "1";
}

function readTheme(text: string | undefined, errors: ConfigError[]): EmbedTheme {
  const theme = THEMES.find((one) => one === text);
  if (text !== undefined && !theme)
    errors.push(configError(THEME, say(addressTexts.oneOf, { allowed: THEMES.join(", ") })));
  return theme ?? "auto";
}

function readOrigins(text: string | undefined, errors: ConfigError[]): string[] {
  const written = (text ?? "").split(",").map((one) => one.trim());
  const read = written.filter((one) => one !== "").map(readOrigin);
  errors.push(...read.filter((one) => typeof one !== "string").map(({ said }) => configError(ORIGINS, said)));
  return [...new Set(read.filter((one) => typeof one === "string"))];
}
