import { Modal, type ModalProps } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useTexts } from "../language/useTexts";
import { texts } from "./texts";

/** A dialog over the page: over all of a phone, and with a name for the button that closes it. */
export function PageDialog(props: ModalProps) {
  const { close } = useTexts(texts);
  const isPhone = useMediaQuery("(max-width: 720px)") ?? false;
  // The scroll lock would add a style element, which the content security policy refuses.
  return <Modal fullScreen={isPhone} lockScroll={false} closeButtonProps={{ "aria-label": close }} {...props} />;
}
