import { alwaysOne } from "./alwaysOne";
import { ceiling } from "./ceiling";
import { factor } from "./factor";
import { limits } from "./limits";
import { page } from "./page";
import { stepSize } from "./stepSize";
import { twins } from "./twins";

/** The page Learn, a chapter a file. */
export const learn = { ...page, ...twins, ...ceiling, ...factor, ...alwaysOne, ...stepSize, ...limits };
