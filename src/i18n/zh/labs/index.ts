import { advice } from "./advice";
import { adviceAnswer } from "./adviceAnswer";
import { bound } from "./bound";
import { frame } from "./frame";
import { sweep } from "./sweep";

/** The labs. */
export const labs = { ...frame, ...sweep, ...bound, ...advice, ...adviceAnswer };
