/** What may be uploaded: by extension, the media type it is served as. */
export const MEDIA_TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  png: 'image/png',
} as const;

export type Extension = keyof typeof MEDIA_TYPES;

/** `Báo cáo.DOCX` → docx; `ảnh.jpeg` is jpg. Null: not taken. */
export function extensionOf(fileName: string): Extension | null {
  const written = /\.([a-z0-9]{1,8})$/i.exec(fileName)?.[1]?.toLowerCase();
  const known = written === 'jpeg' ? 'jpg' : written;
  return known !== undefined && isExtension(known) ? known : null;
}

const isExtension = (text: string): text is Extension => Object.hasOwn(MEDIA_TYPES, text);

/** The last part of a name as sent, NFC, without control characters; never a path. */
export function safeFileName(sent: string): string {
  const last = sent.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  // halves of Unicode pairs, control characters and marks that turn the direction of writing
  const clean = last
    .replace(/[\ud800-\udfff]/gu, '')
    .replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, '')
    .trim();
  if (clean.length <= 150) return clean;
  const dot = clean.lastIndexOf('.');
  const ending = dot > 0 && clean.length - dot <= 10 ? clean.slice(dot) : '';
  return clean.slice(0, 150 - ending.length) + ending;
}
