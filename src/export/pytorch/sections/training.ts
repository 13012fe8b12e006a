import type { ScriptPlan } from "../plan";
import { joined } from "../python";
import { mayWait } from "./learner";
import { isEvaluated } from "./measures";

/** What is due at a step, as statements about \`row\` further in by some levels. */
function measurements({ config, ...plan }: ScriptPlan, step: string, indent: string): string | null {
  const { gradientProbe, evaluation } = config;
  const due = (every: number, call: string) =>
    `${indent}if is_last or ${step} % ${every} == 0:\n${indent}    row |= ${call}(learner)`;
  const lines = [
    gradientProbe.every > 0 && due(gradientProbe.every, "probe_gradient"),
    isEvaluated({ config, ...plan }) && due(evaluation.every, "evaluate"),
  ];
  return lines.some(Boolean) ? joined(lines) : null;
}

const DIVISIBLE = `assert learner.batch_size % WORLD == 0, f"{WORLD} processes cannot divide {learner.batch_size} samples."`;

/** A row goes to those of its learner, and to TensorBoard's board. Its seconds are those of training, whatever lay between. */
function kept(rows: string, board: string, indent: string): string {
  return `${indent}row["seconds"] = time.time() - began
${indent}row["diverged"] = bool(learner.carried["stopped_at"] >= 0)
${indent}${rows}.append({name: x if math.isfinite(x) else None for name, x in row.items()})
${indent}for name, x in row.items() if ${board} else ():
${indent}    ${board}.add_scalar(name, x, row["step"])`;
}

/** Learners one after the other. */
export function oneAfterTheOther(plan: ScriptPlan): string {
  return joined([
    `def train(learner, options):
    """To the last step, from where the learner is. Its state and what was measured lie in a file of its own."""
    ${DIVISIBLE}
    path, rows = options.runs / f"{learner.name}.safetensors", []
    board = SummaryWriter(options.runs / learner.name) if SummaryWriter and RANK == 0 else None
    if options.resume and path.exists():
        tensors, step, kept = read(path)
        learner.load(tensors, step)
        rows = [row for row in kept[learner.name] if row["step"] < step]`,
    plan.hasHalf && "        learner.resume_scale(rows)",
    `    began = time.time() - (rows[-1]["seconds"] if rows else 0)
    while not is_over(rows):
        row, is_stopped = {"step": learner.step, "time": time.time()}, bool(learner.carried["stopped_at"] >= 0)
        is_last = is_stopped or learner.step >= CONFIG["steps"]`,
    measurements(plan, "learner.step", "        "),
    `        row |= {} if is_last else learner.update()
${kept("rows", "board", "        ")}
        if RANK == 0 and (is_over(rows) or learner.step % options.save_every == 0):
            write(path, learner.tensors(), learner.step, {learner.name: rows})
    if board:
        board.close()`,
  ]);
}

/** All of a group at the same step. */
export function sideBySide(plan: ScriptPlan): string {
  const { config, stops } = plan;
  const isStopped = stops.length > 0;
  return joined(
    [
      config.optimizer.matchGradientNorm && matched(plan),
      joined([
        `def train(group, learners, options${isStopped ? ", tensors" : ""}):
    """Side by side to the last step, from where they are. Their state and what was measured lie in one file."""
    path, is_last = options.runs / f"{group}.safetensors", False
    rows, boards = {learner.name: [] for learner in learners}, {}
    for learner in learners:
        ${DIVISIBLE}
        boards[learner.name] = SummaryWriter(options.runs / learner.name) if SummaryWriter and RANK == 0 else None
    if options.resume and path.exists():
        tensors, step, kept = read(path)
        for learner in learners:
            learner.load(tensors, step)
            rows[learner.name] = [row for row in kept[learner.name] if row["step"] < step or row["diverged"]]`,
        plan.hasHalf && "            learner.resume_scale(rows[learner.name])",
        isStopped && "    stopping = EarlyStopping(tensors)",
        `    step = max(learner.step for learner in learners)
    began = time.time() - max(own[-1]["seconds"] if own else 0 for own in rows.values())
    for learner in learners:
        if learner.carried["stopped_at"] >= 0 and not rows[learner.name]:  # on the page
            rows[learner.name] = [{"step": step, "time": time.time(), "seconds": 0, "diverged": True}]
    while not is_last:
        training = [learner for learner in learners if learner.carried["stopped_at"] < 0]
        is_last = step >= CONFIG["steps"] or not training
        now = {learner: {"step": step, "time": time.time()} for learner in training}
        for learner, row in now.items():`,
        measurements(plan, "step", "            ") ?? "            pass",
        isStopped && judged(plan),
        config.optimizer.matchGradientNorm
          ? `        for seed in SEEDS if not is_last else ():
            for learner, row in matched_updates([learner for learner in training if learner.seed == seed]):
                now[learner] |= row`
          : `        for learner, row in now.items() if not is_last else ():
            row |= learner.update()`,
        `        for learner, row in now.items():
${kept("rows[learner.name]", "boards[learner.name]", "            ")}${isStopped ? RULED : ""}
        step += not is_last
        if RANK == 0 and (is_last or step % options.save_every == 0):
            tensors = {name: x for learner in learners for name, x in learner.tensors().items()}
            write(path, tensors${isStopped ? " | stopping.tensors()" : ""}, step, rows)
    for board in filter(None, boards.values()):
        board.close()`,
      ]),
    ],
    "\n\n\n",
  );
}

function judged(plan: ScriptPlan): string {
  const { evaluation } = plan.config;
  return joined([
    "        rule = None if is_last else stopping.judge(step, now.items())",
    isEvaluated(plan) &&
      `        for learner, row in now.items() if rule and step % ${evaluation.every} else ():  # measured as at the last step
            row |= evaluate(learner)`,
    "        is_last = is_last or rule is not None",
  ]);
}

function matched(plan: ScriptPlan): string {
  return `def matched_updates(learners):
    """Updates the arms of a seed, each with an encoder's gradient as long as the first arm's."""
    batches = [learner.gradient() for learner in learners]
    lengths = [torch.cat([p.grad.flatten() for p in learner.weights]).norm().item() for learner in learners]
    first = lengths[0] if learners and learners[0].arm == 0 else math.nan
    for learner, length in zip(learners, lengths):
        if length > 0 and math.isfinite(length) and math.isfinite(first):
            for p in learner.weights:
                p.grad *= first / length
${mayWait(plan) ? WAITING : "    return [(learner, learner.update(batch)) for learner, batch in zip(learners, batches)]"}`;
}

/** The scaler has counted no steady update where it left one out. */
const WAITING = `    measured, waits = [], False
    for learner, batch in zip(learners, batches):
        measured.append((learner, learner.update(batch, waits)))
        if learner.arm == 0 and learner.is_half and learner.carried["stopped_at"] < 0:
            waits = learner.steady == 0  # nobody takes a step that the first arm leaves out
    return measured`;

const RULED = `
            if rule:
                rows[learner.name][-1]["rule"] = rule`;
