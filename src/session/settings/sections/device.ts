import type { Section } from "../field";

/** What computes, and how. */

export const device = {
  label: "Device",
  rows: [
    {
      path: "backend",
      label: "Backend",
      tooltip: "What computes. Automatic takes the fastest one that is really a GPU, else the CPU through WebAssembly.",
      options: {
        auto: "Automatic",
        webgpu: "WebGPU",
        webgl: "WebGL",
        wasm: "WASM (CPU)",
        cpu: "Plain JavaScript (CPU)",
      },
      control: "choice",
    },
    {
      path: "kernels",
      label: "Kernels",
      tooltip:
        "Fused programs written for this page, or the plain operations that they are held to, which are many times slower. On WebGPU and WASM; the plain ones are those of TensorFlow.js.",
      options: { fused: "Fused", reference: "Reference" },
      control: "choice",
      advanced: true,
    },
    {
      path: "captured",
      label: "Replay steps",
      tooltip:
        "Record what a step asks of the GPU, or of WebAssembly, and ask it again, instead of running the JavaScript that leads there.",
      control: "switch",
      advanced: true,
    },
  ],
} as const satisfies Section;
