import { crossEntropy } from "./crossEntropy";
import { flatNce } from "./flatNce";
import { naive } from "./naive";
import { stable } from "./stable";

/** The ways to write the loss whose rounding is compared, in the order of their lines. */
export const FORMS = { crossEntropy, naive, stable, flatNce };

export type FormId = keyof typeof FORMS;
export const FORM_IDS = Object.keys(FORMS) as FormId[];
