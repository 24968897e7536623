/**
 * What Nghị định 30/2020/NĐ-CP, appendix I, leaves open, decided once: A4, margins 20/20/30/20 mm,
 * of each pair of sizes the one named here. Sizes are half-points, lengths twips (1/20 pt).
 */
const mm = (length: number): number => Math.round((length * 1440) / 25.4);

export const FONT = 'Times New Roman';

export const PAGE = {
  width: mm(210),
  height: mm(297),
  margin: { top: mm(20), bottom: mm(20), left: mm(30), right: mm(20), header: mm(10), footer: mm(10) },
} as const;

/** Between the margins. */
export const TEXT_WIDTH = PAGE.width - PAGE.margin.left - PAGE.margin.right;

export const SIZE = {
  nation: 24,
  motto: 26,
  party: 30,
  parent: 24,
  issuer: 24,
  code: 26,
  about: 24,
  place: 26,
  type: 28,
  body: 28,
  to: 28,
  title: 28,
  signer: 28,
  confidentiality: 26,
  urgency: 26,
  recipientsLabel: 24,
  recipients: 22,
  note: 20,
  table: 22,
  pageNumber: 26,
} as const;

/** Left: who writes, number, subject. Right: the State (or the Party), place and day. */
export const HEAD_COLUMNS = [mm(66), TEXT_WIDTH - mm(66)] as const;
export const FOOT_COLUMNS = [Math.floor(TEXT_WIDTH / 2), TEXT_WIDTH - Math.floor(TEXT_WIDTH / 2)] as const;

/** First line of a paragraph: 1.27 cm. */
export const FIRST_LINE = 720;
/** Between paragraphs: 6 pt. */
export const AFTER_PARAGRAPH = 120;
/** 1.15 lines, as Word counts them (240 = single). */
export const LINE = 276;
/** Left for the signature and the seal. */
export const SEAL_SPACE = 1300;

/** All frames of cells 10a and 10b are 8 mm high. */
export const FRAME_HEIGHT = mm(8);
/** The red double frames of the degrees of secrecy: width (Thông tư 24/2020/TT-BCA, to which the decree leaves them). */
export const CONFIDENTIALITY_FRAME = {
  confidential: mm(20),
  secret: mm(30),
  topSecret: mm(40),
} as const;
/** The red frames of the degrees of urgency: width. */
export const URGENCY_FRAME = {
  urgent: mm(20),
  veryUrgent: mm(40),
  express: mm(30),
} as const;
