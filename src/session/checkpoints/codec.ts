/** What reads and writes checkpoints comes beside the first picture, not before it. */
export const checkpointCodec = () => import("../../export/checkpoint");
