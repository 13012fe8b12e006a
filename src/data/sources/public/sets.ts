/** A file of a published data set. */
interface PublicFile {
  url: string;
  /** Images in it. */
  count: number;
}

/** A data set that its publisher's host lets any page read. */
export interface PublicSet {
  title: string;
  train: PublicFile;
  test: PublicFile;
  /** Bytes of both files, about. */
  size: number;
  license: string;
  /** Page of the data set. */
  source: string;
}

const HUB = "https://huggingface.co/datasets/";

/** Data sets on Hugging Face: Parquet files of encoded images, one for training and one for testing. */
function onHub(
  repository: string,
  folder: string,
  counts: [train: number, test: number],
): Pick<PublicSet, "train" | "test" | "source"> {
  const file = (part: string) => `${HUB}${repository}/resolve/main/${folder}/${part}-00000-of-00001.parquet`;
  return {
    train: { url: file("train"), count: counts[0] },
    test: { url: file("test"), count: counts[1] },
    source: HUB + repository,
  };
}

/** Sizes to two digits, from the sums that the data sets' cards give. */
export const PUBLIC_SETS = {
  mnist: {
    title: "MNIST",
    ...onHub("ylecun/mnist", "mnist", [60_000, 10_000]),
    size: 18e6,
    license: "MIT on its card; commonly given as CC BY-SA 3.0",
  },
  fashionMnist: {
    title: "Fashion-MNIST",
    ...onHub("zalando-datasets/fashion_mnist", "fashion_mnist", [60_000, 10_000]),
    size: 36e6,
    license: "MIT",
  },
  kmnist: {
    title: "Kuzushiji-MNIST",
    ...onHub("tanganke/kmnist", "kmnist", [60_000, 10_000]),
    size: 22e6,
    license: "CC BY-SA 4.0 (CODH)",
  },
  cifar10: {
    title: "CIFAR-10",
    ...onHub("uoft-cs/cifar10", "plain_text", [50_000, 10_000]),
    size: 144e6,
    license: "not stated; cite A. Krizhevsky, 2009",
  },
  cifar100: {
    title: "CIFAR-100",
    ...onHub("uoft-cs/cifar100", "cifar100", [50_000, 10_000]),
    size: 142e6,
    license: "not stated; cite A. Krizhevsky, 2009",
  },
  svhn: {
    title: "SVHN, cropped digits",
    ...onHub("ufldl-stanford/svhn", "cropped_digits", [73_257, 26_032]),
    size: 208e6,
    license: "for non-commercial use only",
  },
} as const satisfies Record<string, PublicSet>;

export type PublicSetId = keyof typeof PUBLIC_SETS;
