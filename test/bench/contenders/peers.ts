import type { Backend, BenchCase, Contender } from "../case";
import type { Peer } from "../peers/peer";
import { TimedPeer } from "./timedPeer";

/** A contender made of another library's peers, one per step and batch size, which live as long as the page. */
export function peerContender(
  start: (backend: Backend) => Promise<string>,
  create: (what: BenchCase) => Promise<Peer>,
): Contender {
  const peers = new Map<string, TimedPeer>();
  return {
    start,
    async round(what, steps) {
      const key = `${what.step} ${what.batchSize}`;
      const peer = peers.get(key) ?? new TimedPeer(await create(what));
      peers.set(key, peer);
      return what.task === "forward" ? peer.forward(steps) : peer.train(steps);
    },
    release: async () => peers.clear(),
  };
}
