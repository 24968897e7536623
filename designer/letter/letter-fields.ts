import type { FieldOverrides } from '../form/field-props.ts';
import { BasisField } from './basis-field.tsx';
import { BodyField } from './body-field.tsx';
import { RecipientsField } from './recipients-field.tsx';
import { SignatureField } from './signature-field.tsx';

/** Types that people write most; any other may be typed (Nghị định 30/2020, article 7, has 29). */
const TYPES = ['Công văn', 'Kế hoạch', 'Chỉ thị', 'Quyết định', 'Thông báo', 'Hướng dẫn', 'Công điện'];

/** How the fields of a letter are filled in, wherever one is written. */
export const LETTER_FIELDS: FieldOverrides = {
  documentType: { options: TYPES.map((each) => ({ value: each, label: each })), free: true, half: true },
  urgency: { half: true },
  confidentiality: { half: true, placeholder: '–' },
  place: { half: true },
  subject: { rows: 2 },
  issuingBody: { rows: 1 },
  legalBasis: { widget: BasisField },
  paragraphs: { widget: BodyField },
  recipients: { widget: RecipientsField },
  signature: { widget: SignatureField },
};
