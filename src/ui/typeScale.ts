/**
 * The five sizes of text for what is drawn as SVG and measured before it is drawn, in pixels: those of `theme.css`, where
 * everything else takes them from.
 */
export const TYPE = { caption: 12, control: 13, body: 14, title: 16, display: 20 } as const;
