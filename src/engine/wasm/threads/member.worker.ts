import { type Assignment, serve } from "./member";

/** A thread of WebAssembly kernels: gets its assignment as its only message, and ends with its board. */
addEventListener("message", async ({ data }: MessageEvent<Assignment>) => {
  await serve(data, () => postMessage("ready"));
  close();
});
