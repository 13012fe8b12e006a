import { pytorchModules } from "../../../models/pytorch";
import { APP } from "../../../record/build";
import { RECORD_SCHEMA } from "../../../record/record";
import type { ScriptPlan } from "../plan";
import { joined, literal } from "../python";
import { oneAfterTheOther, sideBySide } from "./training";

/** Training, files, and the command line. */
export function programSection(plan: ScriptPlan): string {
  const train = plan.sideBySide ? sideBySide(plan) : oneAfterTheOther(plan);
  return `${joined([FILES, isOver(plan), train, finish(plan), main(plan)], "\n\n\n")}\n`;
}

/** What was measured goes among the tensors, since a file's metadata may have but 100 MB. */
const FILES = `def read(path):
    """Tensors by name, the step that they are of, and what was measured of each learner until then."""
    with safe_open(path, "pt") as file:
        names, step = file.keys(), int(file.metadata()["step"])
        tensors = {name: file.get_tensor(name) for name in names}
    rows = tensors.pop("rows", None)
    return tensors, step, {} if rows is None else json.loads(bytes(rows.numpy()))


def write(path, tensors, step, rows=None):
    """Beside its place and then into it, so that whoever stops this leaves a whole file."""
    tensors = {name: x.detach().cpu().clone().contiguous() for name, x in tensors.items()}
    if rows:
        tensors["rows"] = torch.frombuffer(bytearray(json.dumps(rows).encode()), dtype=torch.uint8)
    part = f"{path}.{os.getpid()}.part"
    save_file(tensors, part, {"format": "pt", "step": str(step), "config": json.dumps(CONFIG)})
    os.replace(part, path)`;

/** Whether a learner's rows, what was measured of it by step, are all. */
function isOver({ stops }: ScriptPlan): string {
  const mayStop = stops.length > 0;
  return `def is_over(rows):
    """Whether a learner has made all steps${mayStop ? ", was stopped by a rule" : ""} or is no longer finite."""
    return bool(rows) and (rows[-1]["diverged"]${mayStop ? ' or "rule" in rows[-1]' : ""} or rows[-1]["step"] >= CONFIG["steps"])`;
}

function finish({ since: updates, sideBySide, stops, hasHalf }: ScriptPlan): string {
  const since = updates > 0 ? `\n    tensors["optimizer.since"] = torch.tensor(${updates}, dtype=torch.int32)` : "";
  const names = {
    seed: `f"seed{seed}.safetensors" for seed in SEEDS`,
    all: `"learners.safetensors"`,
    none: `f"arm{a}.seed{s}.safetensors" for a in range(len(LOSSES)) for s in SEEDS`,
  };
  const mayStop = stops.length > 0;
  const unmeasured = mayStop ? "" : `\n    tensors["carried.measured_at"] = torch.tensor(-1, dtype=torch.int32)`;
  const words = ["time", "seconds", "diverged", ...(mayStop ? ["rule"] : []), ...(hasHalf ? ["scale", "steady"] : [])];
  const stoppedEarly = `
    ended = [rows[-1] for rows in logs.values() if "rule" in rows[-1]]
    if ended:
        step, rule = ended[0]["step"], ended[0]["rule"]
        record["stoppedEarly"] = {"step": step, "rule": rule, "reason": f"Stopped at step {step} by the rule {rule}"}`;
  return `def finish(runs):
    """One record and one checkpoint of all learners, once all are over: the page opens both."""
    paths = [runs / ${names[sideBySide ?? "none"]}]
    if RANK > 0 or not all(path.exists() for path in paths):
        return
    tensors, logs, learners, seconds = {}, {}, [], 0
    for part, _, rows in map(read, paths):
        tensors, logs = tensors | part, logs | rows
        seconds += max(own[-1]["seconds"] for own in rows.values())
    if not all(map(is_over, logs.values())):
        return
    others = (${words.map(literal).join(", ")})
    for name, rows in logs.items():
        arm, seed = map(int, name[3:].split(".seed"))
        metrics = dict.fromkeys(name for row in rows for name in row if name not in others)
        learners.append({"arm": arm, "seed": seed, "series": {m: [row.get(m) for row in rows] for m in metrics}})
        if rows[-1]["diverged"]:
            step = int(tensors[f"carried.{name}.stopped_at"])
            learners[-1]["stopped"] = {"step": step, "reason": "The loss is not finite."}
    device = torch.cuda.get_device_name() if DEVICE.type == "cuda" else f"CPU, {torch.get_num_threads()} threads"
    record = {
        "schema": ${RECORD_SCHEMA}, "app": {"name": ${literal(APP.name)}, "version": ${literal(APP.version)}}, "config": CONFIG,
        "environment": {"backend": "pytorch", "adapter": device, "userAgent": f"PyTorch {torch.__version__}"},
        "startedAt": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(min(rows[0]["time"] for rows in logs.values()))),
        "durationMs": 1000 * seconds, "stepsDone": max(rows[-1]["step"] for rows in logs.values()),
        "learners": learners,
    }${mayStop ? stoppedEarly : ""}
    part = HERE / f"record.json.{os.getpid()}.part"
    part.write_text(json.dumps(record))
    os.replace(part, HERE / "record.json")${unmeasured}${since}
    steps = {rows[-1]["step"] for rows in logs.values() if not rows[-1]["diverged"]}
    if len(steps) == 1:
        write(HERE / "checkpoint.safetensors", tensors, steps.pop())`;
}

function main(plan: ScriptPlan): string {
  const { encoder, hasWeights, sideBySide, data } = plan;
  const { hasBatchNorm } = pytorchModules(encoder);
  const option = (name: string, rest: string) => `    parser.add_argument("--${name}", ${rest})`;
  return joined([
    `def main():
    global ${hasBatchNorm ? "AMP" : "ACCUMULATE, AMP"}
    about = __doc__.replace("%", "%%")
    parser = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)`,
    !sideBySide && option("arm", `type=int, choices=range(len(LOSSES)), help="this arm alone, counted from 0"`),
    sideBySide !== "all" && option("seed", `type=int, choices=SEEDS, help="this seed alone"`),
    data.published !== null &&
      data.published !== undefined &&
      option("data", `type=Path, default=HERE / "data", metavar="FOLDER", help="the published files"`),
    option("runs", `type=Path, default=HERE / "runs", help="where learners are kept"`),
    option("resume", `action="store_true", help="go on with the learners that are kept"`),
    option("save-every", `type=int, default=500, metavar="STEPS"`),
    option("amp", `action="store_true", help="encoders compute in 16 bits"`),
    option("onnx", `type=Path, metavar="FOLDER", help="write the encoders there, to be used elsewhere"`),
    // Batch normalization's statistics are those of a whole batch.
    !hasBatchNorm &&
      option("accumulate", `type=int, default=1, metavar="PARTS", help="parts in which a batch is encoded"`),
    `    options = parser.parse_args()
    AMP${hasBatchNorm ? " = options.amp" : ", ACCUMULATE = options.amp, options.accumulate"}
    options.runs.mkdir(parents=True, exist_ok=True)
    if DEVICE.type == "cuda":
        torch.cuda.set_device(DEVICE)
    if WORLD > 1:
        dist.init_process_group("nccl" if DEVICE.type == "cuda" else "gloo")
    data = load_data(DEVICE${data.published ? ", options.data" : ""})`,
    hasWeights && `    tensors, step, _ = read(HERE / "weights.safetensors")`,
    sideBySide ? groups(plan) : each(plan),
    `    finish(options.runs)
    if WORLD > 1:
        dist.destroy_process_group()


if __name__ == "__main__":
    main()`,
  ]);
}

function begin({ hasWeights }: ScriptPlan): string {
  return hasWeights ? `learner.load(tensors, step)` : "learner.begin()";
}

function onnx(indent: string): string {
  return `if options.onnx and RANK == 0:
    options.onnx.mkdir(parents=True, exist_ok=True)
    given = {"f": f"{options.onnx}/{learner.name}.onnx", "input_names": ["x"], "dynamic_axes": {"x": [0]}}
    torch.onnx.export(learner.net.eval().encoder, learner.draw(0)[1][0], **given)`
    .split("\n")
    .map((line) => indent + line)
    .join("\n");
}

function each(plan: ScriptPlan): string {
  return `    for arm in range(len(LOSSES)) if options.arm is None else [options.arm]:
        for seed in SEEDS if options.seed is None else [options.seed]:
            learner = Learner(arm, seed, data)
            ${begin(plan)}
            train(learner, options)
${onnx("            ")}`;
}

/** Each group of learners that depend on one another. */
function groups(plan: ScriptPlan): string {
  const known = plan.hasWeights ? "tensors" : "{}";
  const start = plan.stops.length > 0 ? `, ${known}` : "";
  const made = (seeds: string) =>
    `learners = [Learner(arm, seed, data) for arm in range(len(LOSSES)) for seed in ${seeds}]`;
  const body = (seeds: string, group: string) =>
    `${made(seeds)}
for learner in learners:
    ${begin(plan)}
train(${group}, learners, options${start})
for learner in learners:
${onnx("    ")}`;
  const indented = (text: string, indent: string) =>
    text
      .split("\n")
      .map((line) => indent + line)
      .join("\n");
  if (plan.sideBySide === "all") return indented(body("SEEDS", '"learners"'), "    ");
  return `    for group in SEEDS if options.seed is None else [options.seed]:
${indented(body("[group]", 'f"seed{group}"'), "        ")}`;
}
