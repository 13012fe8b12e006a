import { type LabsWords, labs } from "./en/labs";

/** The words of the labs, which come with their pages. */
export const labWords: LabsWords = labs;
