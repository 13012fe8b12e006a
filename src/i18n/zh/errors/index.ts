import { configErrors } from "./config";
import { dataErrors } from "./data";
import { runErrors } from "./runs";

/** What can go wrong. */
export const errors = { ...configErrors, ...dataErrors, ...runErrors };
