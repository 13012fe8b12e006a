import { ActionIcon, Menu } from "@mantine/core";
import { IconDots, IconPhoto, IconVector } from "@tabler/icons-react";
import { texts as chartsTable } from "../../../charts/texts";
import { useCharts, usePlayground } from "../../../context";
import { useTexts } from "../../../language/useTexts";
import { saveChart } from "../../../saving";
import { NAME } from "../name";

/** Saves what the embedding shows now, as the menus of charts do. */
export function PictureMenu({ title }: { title: string }) {
  const t = useTexts(chartsTable);
  const charts = useCharts();
  const playground = usePlayground();
  const save = (format: "png" | "svg") => void saveChart(charts, playground, NAME, format);
  return (
    <Menu position="bottom-end" width={190} withArrow>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={24} aria-label={t.menu({ title })}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPhoto size={15} />} onClick={() => save("png")}>
          {t.savePng}
        </Menu.Item>
        <Menu.Item leftSection={<IconVector size={15} />} onClick={() => save("svg")}>
          {t.saveSvg}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
