/**
 * Whether runs of every kind are made on WebGPU as well, where a software adapter takes minutes to compile their programs:
 * `npm run test:thorough`. `npm test` makes them on the other backends, and a few on WebGPU.
 */
export const IS_THOROUGH = process.env.THOROUGH !== undefined;
