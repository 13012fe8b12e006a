import { type ComponentType, Suspense, useEffect, useRef } from "react";

interface DialogProps {
  opened: boolean;
  onClose: () => void;
}

type LaterDialogProps<Props extends DialogProps> = Props & {
  /** Its file is loaded when it is first shown. */
  part: ComponentType<Props>;
};

/**
 * A dialog that comes when it is first asked for. On closing, the focus goes back to where it was before anything else is done:
 * what is chosen in it may well move the focus itself, so the dialog must not.
 */
export function LaterDialog<Props extends DialogProps>({ part: Part, ...props }: LaterDialogProps<Props>) {
  const { opened, onClose } = props;
  const before = useRef<HTMLElement | null>(null);
  const isWanted = useRef(false);
  isWanted.current ||= opened;
  useEffect(() => {
    if (opened) before.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
  }, [opened]);
  if (!isWanted.current) return null;
  const close = () => {
    onClose();
    // While the dialog fades, the next key is not for its field any more, also where nothing had the focus before.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    before.current?.focus({ preventScroll: true });
  };
  return (
    <Suspense fallback={null}>
      <Part {...(props as unknown as Props)} onClose={close} />
    </Suspense>
  );
}
