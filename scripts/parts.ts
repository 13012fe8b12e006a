import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

/** The parts from elsewhere that the built site is made of: their licences as a text, and a bill of materials (CycloneDX). */

/** They are in files that are not bundled here: the service worker, and the kernels in WebAssembly. */
const BESIDE = ["workbox-core", "workbox-precaching", "workbox-routing", "workbox-strategies", "assemblyscript"];

/** Folders of the packages of which a module was bundled, for the page or a worker. */
const folders = new Set(BESIDE.map((name) => `node_modules/${name}`));

/** Notes what is bundled; for the page, and for every kind of worker. */
export const notingParts: Plugin = {
  name: "noting-parts",
  transform(_, id) {
    const folder = folderOf(id);
    if (folder) folders.add(folder);
    return null;
  },
};

/** Writes both files into the site. The workers have been bundled by then. */
export const listingParts: Plugin = {
  name: "listing-parts",
  apply: "build",
  generateBundle() {
    const parts = partsOf([...folders]);
    this.emitFile({ type: "asset", fileName: "licences.txt", source: licencesOf(parts) });
    this.emitFile({ type: "asset", fileName: "sbom.json", source: billOf(parts) });
  },
};

/** The folder of the package that a module is in; null for one of ours. */
export function folderOf(id: string): string | null {
  const path = id.replaceAll("\\", "/");
  const from = path.indexOf("/node_modules/");
  const within = /^.*\/node_modules\/(?:@[^/]+\/)?[^/?]+/.exec(path)?.[0];
  return from < 0 || !within ? null : within.slice(from + 1);
}

export interface Part {
  name: string;
  version: string;
  licence: string;
  /** Empty where the package has none with it. */
  text: string;
}

/** What packages say of themselves, by name. */
export function partsOf(paths: readonly string[]): Part[] {
  const parts = paths.filter((path) => existsSync(join(path, "package.json"))).map(partOf);
  const single = new Map(parts.map((part) => [`${part.name} ${part.version}`, part]));
  return [...single.values()].sort((a, b) => a.name.localeCompare(b.name, "en"));
}

function partOf(path: string): Part {
  const { name, version, license, licenses } = JSON.parse(readFileSync(join(path, "package.json"), "utf8"));
  const file = readdirSync(path).find((entry) => /^(licen[cs]e|copying)(\.(md|txt))?$/i.test(entry));
  const licence = typeof license === "string" ? license : (license?.type ?? licenses?.[0]?.type ?? "see its text");
  return { name, version, licence, text: file ? readFileSync(join(path, file), "utf8").trim() : "" };
}

export function licencesOf(parts: readonly Part[]): string {
  const own = readFileSync("LICENSE", "utf8").trim();
  const others = parts.map(({ name, version, licence, text }) => `${name} ${version} (${licence})\n\n${text}`.trim());
  return `${[`FlatNCE Playground\n\n${own}`, ...others].join(`\n\n${"-".repeat(80)}\n\n`)}\n`;
}

/** CycloneDX 1.5, as `npm sbom` writes it, of what ships alone; the same for the same parts. */
export function billOf(parts: readonly Part[]): string {
  const { name, version } = JSON.parse(readFileSync("package.json", "utf8"));
  const components = parts.map((part) => ({
    type: "library",
    name: part.name,
    version: part.version,
    purl: `pkg:npm/${part.name.replace("@", "%40")}@${part.version}`,
    licenses: [/\s/.test(part.licence) ? { expression: part.licence } : { license: { id: part.licence } }],
  }));
  const metadata = { component: { type: "application", name, version } };
  return `${JSON.stringify({ bomFormat: "CycloneDX", specVersion: "1.5", version: 1, metadata, components }, null, 1)}\n`;
}
