/** What the names of such files end in. */
export const CHECKPOINT_ENDING = ".safetensors";
