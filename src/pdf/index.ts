export { attachment } from './attachment.ts';
export type { Block, Cell, Column, Drawing, Paragraph, PdfDocument, Run, Shape, Text } from './document.ts';
export { renderPdf } from './render.ts';
