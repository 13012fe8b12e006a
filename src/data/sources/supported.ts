/** One sentence for every refusal of a file that is something else. */
export const SUPPORTED =
  "Supported are MNIST-format IDX files, plain or gzip-compressed: images (magic number 0x00000803) and labels (0x00000801); " +
  "CIFAR binary files and their .tar.gz; NumPy .npy and .npz; PNG, JPEG and WebP images, also in folders or a ZIP; CSV; Parquet.";
