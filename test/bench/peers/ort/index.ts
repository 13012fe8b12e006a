import type { InferenceSession } from "onnxruntime-web";
import { type PeerStep, viewValues } from "../../standard";
import type { Peer } from "../peer";
import { INPUT, inputShape, OUTPUT, onnxModel } from "./model";

/** ONNX Runtime Web, which infers and does not train. On WASM it has one thread, as this project has. */

type Runtime = typeof import("onnxruntime-web");

/** The build with WebGPU is made for code that waits, and slower on WASM. */
export async function loadOrt(backend: "webgpu" | "wasm"): Promise<Runtime> {
  const runtime = backend === "wasm" ? await import("onnxruntime-web/wasm") : await import("onnxruntime-web/webgpu");
  runtime.env.wasm.numThreads = 1;
  return runtime;
}

/** @throws where the backend does not start */
export async function createOrtPeer(
  { InferenceSession, Tensor }: Runtime,
  backend: "webgpu" | "wasm",
  standard: PeerStep,
  batchSize: number,
): Promise<Peer> {
  const options: InferenceSession.SessionOptions = { executionProviders: [backend] };
  // What is not waited for is not read back either.
  if (backend === "webgpu") options.preferredOutputLocation = "gpu-buffer";
  const session = await InferenceSession.create(onnxModel(standard, 2 * batchSize), options);
  const shape = inputShape(standard.view, 2 * batchSize);
  const views = new Tensor("float32", channelsFirst(viewValues(standard.view, batchSize), standard.view), shape);
  return {
    step() {
      throw new Error("ONNX Runtime Web does not train");
    },
    forward() {
      const results = session.run({ [INPUT]: views });
      return {
        value: async () => Number((await (await results)[OUTPUT]!.getData(true))[0]),
        // A session does one thing at a time.
        skip: async () => (await results)[OUTPUT]!.dispose(),
      };
    },
  };
}

/** Images [N, H, W, C] as [N, C, H, W]; vectors stay. */
function channelsFirst(values: Float32Array, [height = 1, width = 1, channels = 1]: readonly number[]): Float32Array {
  const pixels = height * width;
  if (channels === 1) return values;
  return Float32Array.from(values, (_, i) => {
    const image = Math.floor(i / (channels * pixels));
    const channel = Math.floor(i / pixels) % channels;
    return values[(image * pixels + (i % pixels)) * channels + channel]!;
  });
}
