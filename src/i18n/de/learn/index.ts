import { alwaysOne } from "./alwaysOne";
import { ceiling } from "./ceiling";
import { factor } from "./factor";
import { limits } from "./limits";
import { page } from "./page";
import { stepSize } from "./stepSize";
import { twins } from "./twins";

/** The page Learn, chapter by chapter. */
export const learn = { ...alwaysOne, ...ceiling, ...factor, ...limits, ...page, ...stepSize, ...twins };
