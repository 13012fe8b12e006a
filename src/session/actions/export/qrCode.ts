import { IconQrcode } from "@tabler/icons-react";
import type { Action } from "../action";
import { always } from "../conditions";

/** The link to this page, for the phones of a room. */
export const qrCode: Action = {
  icon: IconQrcode,
  label: "Show QR code",
  menu: "export",
  enabled: always,
  run: ({ toggleDialog }) => toggleDialog("qr"),
};
