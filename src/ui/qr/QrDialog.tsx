import { TextInput } from "@mantine/core";
import { PageDialog } from "../components/PageDialog";
import { useTexts } from "../language/useTexts";
import QrCode from "./QrCode";
import classes from "./qr.module.css";
import { texts } from "./texts";

interface QrDialogProps {
  opened: boolean;
  onClose: () => void;
  /** The page's own one where it is left out. */
  link?: string;
}

/** The QR code over the whole window, to be read from the back of a room. */
export default function QrDialog({ opened, onClose, link = window.location.href }: QrDialogProps) {
  const t = useTexts(texts);
  return (
    <PageDialog {...{ opened, onClose }} title={t.title} fullScreen returnFocus={false}>
      <div className={classes.large}>
        <QrCode link={link} />
        <TextInput
          className={classes.link}
          label={t.link}
          value={link}
          readOnly
          onFocus={(event) => event.currentTarget.select()}
        />
      </div>
    </PageDialog>
  );
}
