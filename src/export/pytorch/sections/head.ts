import { pytorchModules } from "../../../models/pytorch";
import { pytorchOptimizer } from "../../../optim/pytorch";
import { APP } from "../../../record/build";
import type { ScriptPlan } from "../plan";
import { joined, literal, quotable, wrapped } from "../python";

/** What the script is and how it is run: its docstring, which `--help` prints. */
export function aboutSection({ config, arms, sideBySide }: ScriptPlan, title: string): string {
  const labels = arms.map(({ label }) => label).join(", ");
  const one = {
    seed: `--seed ${config.seed}: those of one seed`,
    all: null,
    none: `--arm 0 --seed ${config.seed}: one of them`,
  };
  const order = sideBySide ? "all learners, side by side" : "all learners, one after the other";
  return `${wrapped(`"""${APP.name}: ${quotable(`${labels}. ${title}`)}.`)}

    python train.py                        ${joined([order, one[sideBySide ?? "none"]], "; ")}
    torchrun --nproc_per_node=4 train.py   each batch divided among processes: the same loss, the same gradient
"""`;
}

/** What is set once. */
export function headSection({ config, encoder }: ScriptPlan): string {
  const { slots } = pytorchOptimizer(config.optimizer);
  return joined([
    `try:
    from torch.utils.tensorboard import SummaryWriter
except ImportError:
    SummaryWriter = None

HERE = Path(__file__).resolve().parent
CONFIG = json.loads((HERE / "config.json").read_text("utf-8"))
SEEDS = [(CONFIG["seed"] + k) % 2**32 for k in range(CONFIG["seeds"])]
SLOTS = [${slots.map(literal).join(", ")}]  # what the optimizer carries of each parameter
${pytorchModules(encoder).hasBatchNorm ? "AMP = False  #" : "ACCUMULATE, AMP = 1, False  # parts of a batch;"} whether encoders compute in 16 bits`,
  ]);
}

/** The processes among which a batch is divided. */
export function processSection({ data }: ScriptPlan): string {
  return joined([
    `RANK, WORLD = int(os.environ.get("RANK", "0")), int(os.environ.get("WORLD_SIZE", "1"))
DEVICE = torch.device(f"cuda:{os.environ.get('LOCAL_RANK', '0')}" if torch.cuda.is_available() else "cpu")`,
    data.shape.length === 3 && FULL_PRECISION,
    `

def gather(x):
    """The samples of all processes, [2, B, ...], of this one's, [2, b, ...]."""
    return torch.cat(dist.nn.functional.all_gather(x.contiguous()), 1) if WORLD > 1 else x


def own(x):
    """This process's samples, [2, b, ...], of all, [2, B, ...]."""
    return x.chunk(WORLD, 1)[RANK]


def sum_over_processes(x):
    return dist.nn.functional.all_reduce(x) if WORLD > 1 else x  # with its gradient


def agreed(x):
    """The first process's x: what each works out of the whole batch by itself may differ in its last bits."""
    return dist.nn.functional.broadcast(x, 0) if WORLD > 1 else x`,
  ]);
}

/** On recent GPUs convolutions have 10 bits of a significand otherwise. */
const FULL_PRECISION = "torch.backends.cudnn.allow_tf32 = False  # float32 is float32, as on the page";
