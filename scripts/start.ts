import { build, preview } from "vite";

/** `npm start`: builds the site, serves it and prints the address. */

console.log("Building ...");
await build({ logLevel: "warn" });
const server = await preview({
  preview: { port: Number(process.env.PORT ?? 4173), host: process.env.HOST ?? "localhost" },
});
const [address] = server.resolvedUrls?.local ?? [];
console.log(`\n  FlatNCE Playground: ${address}\n  Stop with Ctrl+C.\n`);
