import { advice } from "./advice";
import { adviceAnswer } from "./adviceAnswer";
import { bound } from "./bound";
import { frame } from "./frame";
import { precision } from "./precision";
import { sweep } from "./sweep";

/** The labs. */
export const labs = { ...advice, ...adviceAnswer, ...bound, ...frame, ...precision, ...sweep };
