import { type Assignment, READY, serve } from "./member";

/** A thread of WebAssembly kernels: gets its assignment as its only message, and ends with its board. */
addEventListener("message", async ({ data }: MessageEvent<Assignment>) => {
  try {
    await serve(data, () => postMessage(READY));
  } catch (error) {
    postMessage(String(error));
  }
  close();
});
