/** Something that is done again and again on tensors that stay. */
export interface Opened {
  run(): void;
  dispose(): void;
}

/** What one call works through. */
export interface Work {
  title: string;
  /** Floating-point operations; a multiply-add counts as two. */
  flops?: number;
  /** Bytes read and written, at least. */
  bytes?: number;
}
