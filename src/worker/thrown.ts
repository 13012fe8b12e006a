import { type TransferHandler, transferHandlers } from "comlink";
import { isSaid } from "../i18n/errors";

/** How Comlink sends what was thrown: of an error its name, its English message and its stack. */
type ThrowHandler = TransferHandler<{ value: unknown }, { value: object }>;

/**
 * From now on an error that this thread throws at another one brings along what it has to say: the page says it in its own
 * language. Whoever receives it need not do anything: Comlink puts all that was sent on the error that it throws there.
 */
export function throwSaid(): void {
  const inherited = transferHandlers.get("throw") as ThrowHandler;
  const handler: ThrowHandler = {
    ...inherited,
    serialize: (thrown) => {
      const [sent, transferred] = inherited.serialize(thrown);
      const { value } = thrown;
      const isProgramsOwn = value instanceof Error && "said" in value && isSaid(value.said);
      return [isProgramsOwn ? { ...sent, value: { ...sent.value, said: value.said } } : sent, transferred];
    },
  };
  transferHandlers.set("throw", handler as TransferHandler<unknown, unknown>);
}
