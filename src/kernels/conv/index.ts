import * as tf from "@tensorflow/tfjs";
import type { LayerOptions } from "../dense";
import { gpu } from "../gpu";
import { assertStackable, sumOverArms } from "../shape";
import { composedLayer } from "./composed";
import { fusedLayer } from "./fused";
import type { ConvolutionShape, LayerInputs } from "./types";

export { globalAveragePool } from "./pool";

/**
 * One convolution layer per learner: 3 x 3, stride 2, padding 1, bias, activation.
 * @param x [S or L, N, H, W, C]; learner l reads slice l mod S
 * @param w [L, 9 C, O], row (ky * 3 + kx) * C + c
 * @param b [L, 1, O]
 * @returns [L, N, ceil(H / 2), ceil(W / 2), O]
 * @throws when the number of slices does not divide the number of learners
 */
export function convolve(x: tf.Tensor5D, w: tf.Tensor3D, b: tf.Tensor3D, options: LayerOptions): tf.Tensor5D {
  const { activation, inputIsData = false } = options;
  const shape = convolutionShape(x, w);
  const images = x.reshape([-1, shape.height, shape.width, shape.channels]) as tf.Tensor4D;
  const backend = gpu();
  const implementation = backend ? fusedLayer(backend) : composedLayer;
  const layer = tf.customGrad((...args) => {
    const [w, b] = args as unknown as [tf.Tensor3D, tf.Tensor3D];
    const save = args[args.length - 1] as unknown as tf.GradSaveFunc;
    const y = implementation.forward({ x: images, w, b }, shape, activation);
    save([images, w, b, y]);
    const gradFunc = (dy: tf.Tensor, saved: tf.Tensor[]) => {
      const [x, w, b, y] = saved as [tf.Tensor4D, tf.Tensor3D, tf.Tensor3D, tf.Tensor3D];
      const inputs: LayerInputs = { x, w, b };
      const how = { activation, inputIsData };
      const [dw, db, dx] = implementation.gradients(dy as tf.Tensor3D, y, inputs, shape, how) as [
        tf.Tensor,
        tf.Tensor,
        tf.Tensor?,
      ];
      return dx ? [dw, db, sumOverArms(dx, shape.slices).reshape(x.shape)] : [dw, db];
    };
    return { value: y, gradFunc };
  });
  const y = inputIsData ? layer(w, b) : layer(w, b, images);
  return y.reshape([shape.learners, shape.samples, shape.outHeight, shape.outWidth, shape.outChannels]);
}

function convolutionShape(x: tf.Tensor5D, w: tf.Tensor3D): ConvolutionShape {
  const [slices, samples, height, width, channels] = x.shape;
  const [learners, rows, outChannels] = w.shape;
  assertStackable("convolve", slices, learners);
  if (rows !== 9 * channels) {
    throw new Error(
      `convolve: the filters have ${rows} rows, but 3 x 3 pixels of ${channels} channels are ${9 * channels}.`,
    );
  }
  const outHeight = Math.ceil(height / 2);
  const outWidth = Math.ceil(width / 2);
  return { slices, learners, samples, height, width, channels, outHeight, outWidth, outChannels };
}
