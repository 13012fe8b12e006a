import { en, type Words } from "./en";

/** The words of the interface, in the language in use. */
export const words: Words = en;
