export { attachment } from './attachment.ts';
export type { Block, Cell, Drawing, Paragraph, PdfDocument, Shape } from './document.ts';
export { renderPdf } from './render.ts';
