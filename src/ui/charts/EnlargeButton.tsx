import { IconArrowsMaximize, IconArrowsMinimize } from "@tabler/icons-react";
import { IconButton } from "../components/IconButton";
import { useTexts } from "../language/useTexts";
import { texts } from "./texts";
import { useEnlarging } from "./useEnlarging";

/** Enlarges a chart whose card has no menu that does. */
export function EnlargeButton({ name, title }: { name: string; title: string }) {
  const t = useTexts(texts);
  const { enlarged, toggle } = useEnlarging(name);
  const Icon = enlarged ? IconArrowsMinimize : IconArrowsMaximize;
  return (
    <IconButton
      variant="subtle"
      color="gray"
      size="sm"
      label={t.enlargeChart({ title })}
      tooltip={enlarged ? t.shrink : t.enlarge}
      aria-pressed={enlarged}
      onClick={toggle}
    >
      <Icon size={15} />
    </IconButton>
  );
}
