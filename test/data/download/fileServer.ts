import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

interface Served {
  /** Addresses and ranges that were asked for. */
  requests: string[];
  /** Bytes of the bodies that were sent. */
  sent: number;
  url(path: string): string;
  close(): Promise<void>;
}

interface Behavior {
  /** Answers requests of a range with that range. */
  ranges?: boolean;
  /** Shows `Content-Range`, as hosts need not do for other sites. */
  showsRange?: boolean;
}

/** Serves files from memory on this machine, to pages of other sites as well. */
export async function serveFiles(
  files: Record<string, Uint8Array>,
  { ranges = true, showsRange = true }: Behavior = {},
): Promise<Served> {
  const served: Served = { requests: [], sent: 0, url: () => "", close: async () => undefined };
  const server = createServer((request, response) => {
    const path = (request.url ?? "").slice(1);
    served.requests.push([request.method, path, request.headers.range].filter(Boolean).join(" "));
    served.sent += answer(files[path], request, response, ranges, showsRange);
  });
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const { port } = server.address() as AddressInfo;
  served.url = (path) => `http://localhost:${port}/${path}`;
  served.close = () =>
    new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return served;
}

function answer(
  bytes: Uint8Array | undefined,
  { method, headers }: IncomingMessage,
  response: ServerResponse,
  ranges: boolean,
  showsRange: boolean,
): number {
  if (!bytes) {
    response.writeHead(404).end();
    return 0;
  }
  const [, from, to] = (ranges && /bytes=(\d+)-(\d+)/.exec(headers.range ?? "")) || [];
  const body = from === undefined ? bytes : bytes.subarray(Number(from), Number(to) + 1);
  const shown = from !== undefined && showsRange ? { "Content-Range": `bytes ${from}-${to}/${bytes.length}` } : {};
  const shared = { "Access-Control-Allow-Origin": "*", "Access-Control-Allow-Headers": "Range" };
  response.writeHead(from === undefined ? 200 : 206, { "Content-Length": body.length, ...shared, ...shown });
  response.end(method === "HEAD" ? undefined : body);
  return method === "HEAD" ? 0 : body.length;
}
