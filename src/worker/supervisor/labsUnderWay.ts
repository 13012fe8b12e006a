import type { LabId } from "../../labs";
import type { LabRow } from "../../labs/types";
import type { Environment } from "../../record/environment";
import type { LabListener, LabRequest, WorkerService } from "../protocol";

/** A lab that was asked for, and its rows so far. */
interface LabUnderWay {
  request: LabRequest;
  listener: LabListener;
  rows: LabRow[];
  isCanceled: boolean;
}

/** The labs that a worker measures or will, as far as another one needs it to go on with them. */
export class LabsUnderWay {
  /** What the last one computed on. */
  backend: Environment["backend"] | null = null;
  private readonly labs = new Map<LabId, LabUnderWay>();

  get areThere(): boolean {
    return this.labs.size > 0;
  }

  /** How many rows all of them have. */
  get rows(): number {
    return [...this.labs.values()].reduce((sum, { rows }) => sum + rows.length, 0);
  }

  /** Notes a lab; of each kind there is one at a time. */
  open(request: LabRequest, listener: LabListener): LabUnderWay {
    const lab = { request, listener, rows: [...request.resumeFrom], isCanceled: false };
    this.labs.set(request.id, lab);
    return lab;
  }

  close(lab: LabUnderWay): void {
    const { id } = lab.request;
    if (this.labs.get(id) === lab) this.labs.delete(id);
  }

  cancel(id: LabId): void {
    const lab = this.labs.get(id);
    if (lab) lab.isCanceled = true;
  }

  /** Has a worker measure what is missing of a lab, and notes what it tells. */
  async measure(service: Pick<WorkerService, "runLab">, lab: LabUnderWay): Promise<void> {
    const { request, listener, rows } = lab;
    const note: LabListener = (event) => {
      if (event.type === "rows") rows.push(...event.rows);
      else if (event.type === "started") this.backend = event.environment.backend;
      listener(event);
    };
    if (lab.isCanceled) listener({ type: "canceled" });
    else await service.runLab({ ...request, resumeFrom: [...rows] }, note);
  }
}
