import type { PublicSetId } from "../../../data/sources/public/sets";
import type { DataFacts } from "../plan";
import { FACTORS } from "../published";
import { indented } from "../python";

/** CIFAR's records begin with so many bytes of labels. */
const cifar = (labels: number) => `if path.suffix == ".bin":
    x = np.fromfile(path, np.uint8).reshape(-1, ${3072 + labels})[:, ${labels}:]
else:
    x = pickle.loads(path.read_bytes(), encoding="bytes")[b"data"]
return x.reshape(-1, 3, 32, 32).transpose(0, 2, 3, 1)`;

/** Images of a file at `path` as they are published, [n, H, W, C]; `names` is what such files are called, a regular expression. */
const FORMATS = {
  idx: {
    names: String.raw`.*images.*idx3-ubyte(\.gz)?`,
    about: "IDX files, packed by gzip or not",
    read: `raw = gzip.open(path).read() if path.suffix == ".gz" else path.read_bytes()
return np.frombuffer(raw, np.uint8, offset=16).reshape(*np.frombuffer(raw, ">i4", 3, 4), 1)`,
  },
  cifar10: {
    names: String.raw`(data_batch_\d|test_batch)(\.bin)?`,
    about: "data_batch_1.bin ... test_batch.bin, or the same for Python",
    read: cifar(1),
  },
  cifar100: {
    names: String.raw`(train|test)(\.bin)?`,
    about: "train.bin and test.bin, or the same for Python",
    read: cifar(2),
  },
  svhn: {
    names: String.raw`(train|test)_32x32\.mat`,
    about: "train_32x32.mat and test_32x32.mat",
    read: `return loadmat(path)["X"].transpose(3, 0, 1, 2)`,
  },
} as const;

const FORMAT_OF: Readonly<Record<PublicSetId, keyof typeof FORMATS>> = {
  mnist: "idx",
  fashionMnist: "idx",
  kmnist: "idx",
  cifar10: "cifar10",
  cifar100: "cifar100",
  svhn: "svhn",
};

/** Which files a script reads of a set, in words. */
export function publishedFiles(set: PublicSetId): string {
  return FORMATS[FORMAT_OF[set]].about;
}

/** Reads the page's samples out of the files that their publisher offers, as assembly/resize.ts makes them. */
export function publishedLoader({ published, shape }: DataFacts & { published: PublicSetId }): string {
  const { names, about, read } = FORMATS[FORMAT_OF[published]];
  const [height = 0, , channels = 0] = shape;
  const isColor = FORMAT_OF[published] !== "idx";
  const grey =
    isColor && channels === 1 ? "\nx = halves_up(0.299 * x[..., :1] + 0.587 * x[..., 1:2] + 0.114 * x[..., 2:])" : "";
  return `def published(path):
    """Images of a published file, [n, H, W, C]: ${about}."""
${indented(read)}


def halves_up(x):
    """Whole numbers, nearest to x >= 0."""
    return np.floor(x) + (x % 1 >= 0.5)


def stored(x, side=${height}):
    """Images as the page stores them: each new pixel is the average of the area that it covers of the old ones."""
${indented(`for axis in (1, 2) if x.shape[1] != side else ():
    size, total, scale = x.shape[axis], 0.0, x.shape[axis] / side
    low, high = np.arange(side) * scale, np.arange(1, side + 1) * scale
    for old in (np.floor(low).astype(int) + k for k in range(math.ceil(scale) + 1)):
        share = np.maximum(0, np.minimum(high, old + 1) - np.maximum(low, old)) / scale
        total = total + x.take(np.minimum(old, size - 1), axis) * share.reshape(-1, *[1] * (3 - axis))
    x = total
x = halves_up(x)${grey}
return x.astype(np.uint8)`)}


def checksums(x):
    """Of each image a number of 64 bits, by which the page names its samples."""
    x, (low, high) = x.reshape(len(x), -1), ${`(0x${FACTORS[0].toString(16)}, 0x${FACTORS[1].toString(16)})`}
    powers = [np.cumprod(np.array([1] + [f] * (x.shape[1] - 1), np.uint32), dtype=np.uint32) for f in (low, high)]
    return np.stack([(x * power).sum(1, dtype=np.uint32) for power in powers], 1).view("<u8")[:, 0]


def load_data(device, folder):
    """The page's samples: train, bank (whose labels kNN and the probe see) and queries (which they are asked about)."""
    arrays, found = dict(np.load(HERE / "data.npz")), {}
    paths = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    for path in [path for path in paths if re.fullmatch(r"${names}", path.name)]:
        whole = published(path)
        for part in np.array_split(whole, 1 + len(whole) // 256):
            images = stored(part)
            found.update(zip(checksums(images).tolist(), images))
    for name in [name for name in arrays if name.endswith("_sums")]:
        sums = arrays.pop(name).view("<u8")[:, 0].tolist()
        lacking = sum(key not in found for key in sums)
        if lacking:
            wanted = "${about}"
            raise SystemExit(f"{lacking} of {len(sums)} samples are not in {folder}: --data is the folder of {wanted}.")
        arrays[name[:-5]] = np.stack([found[key] for key in sums])
    arrays = {name: torch.from_numpy(x).to(device) for name, x in arrays.items()}
    return {name: x.permute(0, 3, 1, 2) if x.dim() == 4 else x.long() for name, x in arrays.items()}`;
}
