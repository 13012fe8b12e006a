import { ActionIcon, Menu, Tooltip } from "@mantine/core";
import { IconCheck, IconLanguage } from "@tabler/icons-react";
import { isLanguageId, LANGUAGES, offeredLanguages } from "../../i18n";
import { askedLanguage, switchLanguage } from "./start";
import { texts } from "./texts";
import { useLocale, useTexts } from "./useTexts";

/** The choice of a language; not there as long as there is none. */
export function LanguageMenu() {
  const t = useTexts(texts);
  const { id: current } = useLocale();
  const asked = askedLanguage();
  const offered = offeredLanguages(import.meta.env.DEV, isLanguageId(asked) ? asked : "en");
  if (offered.length < 2) return null;
  return (
    <Menu position="bottom-end" withArrow>
      <Menu.Target>
        <Tooltip label={t.language} openDelay={300}>
          <ActionIcon variant="default" size={30} aria-label={t.language}>
            <IconLanguage size={16} stroke={1.7} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {offered.map((id) => (
          <Menu.Item
            key={id}
            aria-current={id === current}
            data-untranslated
            rightSection={id === current ? <IconCheck size={14} aria-hidden="true" /> : null}
            onClick={() => void switchLanguage(id)}
          >
            {LANGUAGES[id].name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
