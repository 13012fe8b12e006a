import { say } from "../../i18n/message";
import { type ConfigError, configError, reasonsOf } from "../configError";
import { texts } from "../errors";
import { parseConfig } from "../parse";
import { renamedPath } from "../renamed";
import type { ArmConfig } from "../schema";
import { fieldInfo } from "../schemaInfo";
import { decode } from "./fields";

/**
 * Reads `infoNce;flatNce,temperature:0.07,label:Low`. An arm that the schema refuses is named and left out.
 *
 * @returns null when no arm is left
 */
export function readArms(text: string, errors: ConfigError[]): unknown[] | null {
  const arms = text.split(";").flatMap((part) => {
    const arm = readArm(part);
    const result = parseConfig({ arms: [arm] });
    if (result.ok) return [arm];
    const reasons = result.errors.map(({ path, said }) =>
      say(texts.armField, { path: path.replace(/^arms\[0\]\.?/, ""), problem: said }),
    );
    errors.push(configError("arms", say(texts.armLeftOut, { arm: decode(part), reasons: reasonsOf(reasons) })));
    return [];
  });
  return arms.length > 0 ? arms : null;
}

function readArm(text: string): Record<string, unknown> {
  const [objective, ...fields] = text.split(",");
  const arm: Record<string, unknown> = { objective: decode(objective ?? "") };
  for (const field of fields) {
    const at = field.indexOf(":");
    const written = at < 0 ? field : field.slice(0, at);
    const key = renamedPath(`arms.${written}`).slice("arms.".length);
    const value = decode(field.slice(at + 1));
    const type = fieldInfo(`arms.${key}`, {})?.type;
    const isNumber = (type === "number" || type === "integer") && value.trim() !== "";
    arm[key] = isNumber ? Number(value) : value;
  }
  return arm;
}

/** Writes arms as they are read. */
export function formatArms(arms: ArmConfig[]): string {
  return arms
    .map(({ objective, ...rest }) => {
      const fields = Object.entries(rest).filter(([, value]) => value !== undefined);
      return [objective, ...fields.map(([key, value]) => `${key}:${encodeURIComponent(String(value))}`)].join(",");
    })
    .join(";");
}
