import { dataErrors } from "./data";
import { formatErrors } from "./formats";
import { runErrors } from "./runs";
import { settingErrors } from "./settings";

/** What may be wrong. */
export const errors = { ...dataErrors, ...formatErrors, ...runErrors, ...settingErrors };
