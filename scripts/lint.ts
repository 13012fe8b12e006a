import { runChecks } from "./checks";

/** `npm run lint`: every check that `npm test` makes before it runs anything. */

const { failures } = await runChecks();
process.exit(failures.length > 0 ? 1 : 0);
