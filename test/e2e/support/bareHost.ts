import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";

/** A host on this machine, and what closes it. */
export interface Host {
  /** Ends in a slash. */
  url: string;
  close(): Promise<void>;
}

async function hostOf(answer: RequestListener): Promise<Host> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A site as a host that sets no headers has it: of another's answers the content and its type alone. */
export function bareHost(site: string): Promise<Host> {
  return copyOf(site, (name) => name === "content-type");
}

/** What the body of an answer is not sent by itself with. */
const OF_TRANSPORT = ["content-encoding", "content-length", "transfer-encoding", "connection"];

/**
 * A site with all its headers, whose files change.
 *
 * @param ending comes at the end of the file of a path
 */
export function changingHost(site: string, ending: (path: string) => string): Promise<Host> {
  return copyOf(site, (name) => !OF_TRANSPORT.includes(name), ending);
}

/** @param keeps by its name in small letters, whether a header of the site's answers is sent */
function copyOf(
  site: string,
  keeps: (header: string) => boolean,
  ending: (path: string) => string = () => "",
): Promise<Host> {
  return hostOf(async ({ url }, response) => {
    const answer = await fetch(new URL(url ?? "", site));
    response.statusCode = answer.status;
    for (const [name, value] of answer.headers) if (keeps(name)) response.setHeader(name, value);
    response.write(Buffer.from(await answer.arrayBuffer()));
    response.end(ending(url ?? ""));
  });
}

/** Somebody else's host, which lets every page read its script. */
export function foreignHost(): Promise<Host> {
  return hostOf((_, response) => {
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
    response.setHeader("Content-Type", "text/javascript");
    response.end("export {};");
  });
}
