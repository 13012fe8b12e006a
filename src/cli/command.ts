import { problem, saidOf } from "../i18n/errors";
import { translate } from "../i18n/translate";
import { texts } from "./errors";

/** What the command lines of this folder have in common. */

/**
 * Runs a command and ends the process: with its exit status, or with 1 and a sentence where it fails. The process would not end by
 * itself: Dawn keeps it alive for as long as its device exists, and so does what lets a page take turns.
 */
export async function runCommand(main: () => Promise<number>): Promise<never> {
  try {
    process.exit(await main());
  } catch (error) {
    console.error(translate(saidOf(error)));
    process.exit(1);
  }
}

/**
 * Fields with their texts, of arguments `<field>=<value>`.
 * @throws PlaygroundError where there is no `=`
 */
export function readSettings(settings: readonly string[]): Map<string, string> {
  return new Map(
    settings.map((setting) => {
      const at = setting.indexOf("=");
      if (at < 0) throw problem(texts.noValue, { setting });
      return [setting.slice(0, at), setting.slice(at + 1)];
    }),
  );
}
