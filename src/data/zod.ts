import { z } from "zod";

/**
 * Zod without `new Function`, which the page's policy forbids: even the attempt is logged by browsers. It has to be said
 * before the first schema is made, so every schema takes Zod from here.
 */
z.config({ jitless: true });

export { z };
