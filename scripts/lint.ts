import { runChecks } from "./checks";

/** `npm run lint`: every check that `npm test` makes before it runs anything. */

const { failed } = await runChecks();
process.exit(failed > 0 ? 1 : 0);
