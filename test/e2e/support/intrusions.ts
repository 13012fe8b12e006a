/** What strangers' code would try in a worker, by name; an expression that resolves to the names of what was not refused. */
export function intrusions(foreign: string): string {
  const address = JSON.stringify(`${foreign}x.js`);
  return `(async () => {
    // Later, since what a debugger runs itself may evaluate texts.
    await new Promise((resolve) => setTimeout(resolve));
    const tries = {
      eval: () => eval("1"),
      Function: () => new Function("return 1")(),
      import: () => import(${address}),
      importScripts: () => importScripts(${address}),
      fetch: () => fetch(${address}),
      Worker: () => new Worker(${address}),
    };
    const done = [];
    for (const [name, attempt] of Object.entries(tries)) {
      try {
        await attempt();
        done.push(name);
      } catch (error) {
        if (!(error instanceof Error)) done.push(name + ": " + String(error));
      }
    }
    return done;
  })()`;
}
