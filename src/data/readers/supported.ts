/** One sentence for every refusal of a file that is something else. */
export const SUPPORTED =
  "What is read: IDX as in MNIST, plain or gzip; CIFAR as .bin or .tar.gz; NumPy .npy and .npz; PNG, JPEG and WebP, one by one or in " +
  "a folder or ZIP; CSV; Parquet.";
