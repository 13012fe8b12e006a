import type { Tensor, TypedArray } from "@tensorflow/tfjs";

/** The numbers of a tensor that nobody needs after them: it is disposed, also where the reading fails. */
export async function readAndDispose(tensor: Tensor): Promise<TypedArray> {
  try {
    return await tensor.data();
  } finally {
    tensor.dispose();
  }
}
