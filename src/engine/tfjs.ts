/**
 * What is bundled of TensorFlow.js: its core, with all gradients and chained operations. `vite.config.ts` puts this module
 * in the place of the package `@tensorflow/tfjs`, a union that also brings layers, data, a converter and polyfills; Node,
 * where nothing is bundled, takes the package. Backends are loaded when they are chosen (`backend.ts`).
 */
// First: the others need the flags that it registers.
import "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-core/dist/register_all_gradients";
import "@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops";

export * from "@tensorflow/tfjs-core";
