/** The part of `window.trustedTypes` that is needed; TypeScript has no types for it. */
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string | null }): unknown;
}

/**
 * Where a browser has Trusted Types, no text becomes a script or markup, and of addresses only those of this site may become a worker:
 * files beside the page, and texts that it made itself (`blob:`). Self-contained, since workers get its text.
 */
export function trustOwnScripts(): void {
  const { trustedTypes, origin, location } = globalThis as typeof globalThis & { trustedTypes?: TrustedTypes };
  trustedTypes?.createPolicy("default", {
    createScriptURL: (url) => (new URL(url, location.href).origin === origin ? url : null),
  });
}
