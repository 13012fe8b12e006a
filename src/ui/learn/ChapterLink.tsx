import { type ChapterId, numberOf } from "../../session/learn/chapters";
import { usePlayground } from "../context";

interface ChapterLinkProps {
  to: ChapterId;
  className?: string | undefined;
  isCurrent?: boolean;
  children: React.ReactNode;
}

/** A link to a chapter: one opened in another tab of the browser starts there. */
export function ChapterLink({ to, className, isCurrent = false, children }: ChapterLinkProps) {
  const { learn } = usePlayground();
  const turn = (event: React.MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    learn.open(to);
  };
  return (
    <a
      href={`#learn=${numberOf(to)}`}
      className={className}
      aria-current={isCurrent ? "page" : undefined}
      onClick={turn}
    >
      {children}
    </a>
  );
}
