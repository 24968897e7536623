import { formatMoment } from '#engine/civil';
import type { ConsolidationInput } from './consolidation.ts';

/** What nobody may take for a signed one: stands in the title of every sheet and at the head of the report. */
export const PROVISIONAL = 'TẠM TÍNH';

/** `TẠM TÍNH – chưa ký, số liệu đến 05/12/2024 10:22`; a signed one with its number, day and signer. */
export function stateLine({ state }: Pick<ConsolidationInput, 'state'>): string {
  switch (state.kind) {
    case 'provisional':
      return `${PROVISIONAL} – chưa ký, số liệu đến ${formatMoment(state.at)}`;
    case 'draft':
      return `${PROVISIONAL} – bản tổng hợp số ${state.revision} chờ ký, lập lúc ${formatMoment(state.at)}`;
    case 'signed':
      return `Bản tổng hợp số ${state.revision}, ${state.by} ký lúc ${formatMoment(state.at)}`;
  }
}

/** `Đã có 6/8 báo cáo được duyệt; còn thiếu: …; cấp dưới còn thiếu: …`: coverage with the names, all levels of them. */
export function coverageLine({ coverage }: Pick<ConsolidationInput, 'coverage'>): string {
  const { accepted, owed, missing, missingBelow } = coverage;
  const names = missing.length === 0 ? '' : `; còn thiếu: ${missing.join(', ')}`;
  const below = missingBelow.length === 0 ? '' : `; cấp dưới còn thiếu: ${missingBelow.join(', ')}`;
  return `Đã có ${accepted}/${owed} báo cáo được duyệt${names}${below}`;
}

/** The occasion: which directive, which period. */
export function occasionLine({
  campaignTitle,
  documentCode,
  periodLabel,
}: Pick<ConsolidationInput, 'campaignTitle' | 'documentCode' | 'periodLabel'>): string {
  const parts = [
    documentCode === null ? null : `Theo văn bản số ${documentCode}`,
    campaignTitle,
    periodLabel,
  ];
  return parts.filter((part) => part !== null && part !== '').join(' – ');
}
