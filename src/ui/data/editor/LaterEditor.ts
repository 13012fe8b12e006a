import { laterPart } from "../../faults/laterPart";

/** The editor, which most visits never open. */
export const LaterEditor = laterPart(() => import("./Editor"));
