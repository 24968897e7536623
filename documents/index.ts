export { consolidationDocx } from './consolidation-docx.ts';
export type {
  ConsolidationInput,
  ConsolidationState,
  Level,
  LevelColumn,
  LevelRow,
  LevelTable,
  NarrativeSection,
  RowSource,
} from './consolidation.ts';
export { letterDocx } from './letter.ts';
export { findOffice } from './office.ts';
export { toPdf } from './pdf.ts';
export { checkNewTemplate, checkTemplate, fillTemplate } from './template.ts';
export { KNOWN_TAGS } from './template-tags.ts';
export { consolidationWorkbook } from './workbook.ts';
