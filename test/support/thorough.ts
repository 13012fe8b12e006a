/** Tests in a browser have none. */
const surroundings: Pick<NodeJS.Process, "env"> | undefined = globalThis.process;

/**
 * Whether runs of every kind are made on WebGPU as well, where a software adapter takes minutes to compile their programs,
 * whether digits are learned, and the gallery's pictures compared: `npm run test:thorough`. `npm test` makes the runs on the other backends,
 * a few on WebGPU, and reads the gallery's texts.
 */
export const IS_THOROUGH = surroundings?.env.THOROUGH !== undefined;
