import { type Phi, parsePhi } from "../../src/objectives/phi";

/** The phi of a text that is one. */
export function phiOf(text: string): Phi {
  const result = parsePhi(text);
  if (!result.ok) throw new Error(`${text}: ${result.message}`);
  return result.phi;
}
