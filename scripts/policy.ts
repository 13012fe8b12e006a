import type { Plugin } from "vite";

/**
 * What the built page may do, said twice: in the page, for hosts that send no headers, and as headers for those that do. Workers inherit
 * either from the page (src/worker/moduleWorker.ts).
 */

/** Mantine's and Recharts' styles are static sheets or go through the CSSOM, so no 'unsafe-inline'. */
const POLICY = {
  "default-src": "'self'",
  "script-src": "'self' 'wasm-unsafe-eval'",
  "style-src": "'self'",
  "img-src": "'self' data: blob:",
  // A user may name any address of data (src/data/download/fetchData.ts says the same).
  "connect-src": "'self' https: http://localhost:*",
  "worker-src": "'self' blob:",
  "manifest-src": "'self'",
  "object-src": "'none'",
  "base-uri": "'none'",
  "form-action": "'none'",
  // No text becomes a script or markup; which addresses may become workers says src/worker/trusted.ts.
  "require-trusted-types-for": "'script'",
  "trusted-types": "default",
};

const policy = Object.entries(POLICY)
  .map(([directive, sources]) => `${directive} ${sources}`)
  .join("; ");

/** Cross-origin isolation gives the WASM backend its threads; a host without these headers still works, on one thread. */
export const isolation = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
};

/** For other sites: a page may stand in their frames, isolated ones and sandboxed ones included, and the files are nobody's secret. */
const sharing = { "Cross-Origin-Resource-Policy": "cross-origin", "Access-Control-Allow-Origin": "*" };

/** For every file of the built site. Who may frame it (`frame-ancestors`) is the host's choice. */
export const headers = {
  "Content-Security-Policy": policy,
  ...isolation,
  ...sharing,
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
};

/** What a file's name says of what is in it stays true for good; the others are asked for again with every visit. */
const caching = { "/assets/*": "public, max-age=31536000, immutable", "/sw.js": "no-cache" };

/** The file `_headers`, which Cloudflare Pages, Netlify and others read. */
export function headersFile(): string {
  const lines = (path: string, fields: Record<string, string>) => [
    path,
    ...Object.entries(fields).map(([name, value]) => `  ${name}: ${value}`),
  ];
  const cached = Object.entries(caching).flatMap(([path, value]) => lines(path, { "Cache-Control": value }));
  return [...lines("/*", headers), ...cached, ""].join("\n");
}

/** The same for a `server` of nginx. */
export function nginxSnippet(): string {
  const everywhere = Object.entries(headers).map(([name, value]) => `add_header ${name} "${value}" always;`);
  return everywhere.join("\n");
}

/** Writes the policy into the built page, and the file of headers; Vite's development server needs inline scripts and goes without. */
export function contentSecurityPolicy(): Plugin {
  return {
    name: "content-security-policy",
    apply: "build",
    transformIndexHtml: () => [
      { tag: "meta", attrs: { "http-equiv": "Content-Security-Policy", content: policy }, injectTo: "head-prepend" },
    ],
    generateBundle() {
      this.emitFile({ type: "asset", fileName: "_headers", source: headersFile() });
    },
  };
}
