import type { AttachmentRule } from '#model';

/** Why a file cannot be the attachment that a rule asks for; null: it may be sent, and the server looks inside. */
export type Misfit =
  | { readonly kind: 'extension' | 'heic'; readonly file: string; readonly allowed: string }
  | { readonly kind: 'size'; readonly file: string; readonly limit: string }
  | { readonly kind: 'empty'; readonly file: string }
  | { readonly kind: 'count'; readonly label: string; readonly max: number };

interface Place {
  readonly rule: AttachmentRule;
  /** Files that the rule has already, with those on their way. */
  readonly held: number;
  readonly limitBytes: number;
}

const MB = 1024 * 1024;
/** What an iPhone makes of a photograph; no office program of a receiver opens it. */
const HEIC: ReadonlySet<string> = new Set(['heic', 'heif']);

/** Asked before a byte is sent: a phone's line is too slow to learn it afterwards. */
export function misfitOf(
  file: { readonly name: string; readonly size: number },
  { rule, held, limitBytes }: Place,
): Misfit | null {
  if (!rule.extensions.some((extension) => extension === extensionOf(file.name)))
    return {
      kind: HEIC.has(extensionOf(file.name)) && takesPictures(rule) ? 'heic' : 'extension',
      file: file.name,
      allowed: rule.extensions.map((each) => `.${each}`).join(', '),
    };
  if (file.size === 0) return { kind: 'empty', file: file.name };
  if (file.size > limitBytes)
    return { kind: 'size', file: file.name, limit: `${Math.floor(limitBytes / MB)} MB` };
  return held >= rule.max ? { kind: 'count', label: rule.label, max: rule.max } : null;
}

/** A phone's camera may hand over a picture whose name has no ending: what it says it is stands there, then. */
export function withEnding(file: File): File {
  const ending = ({ 'image/jpeg': 'jpg', 'image/png': 'png' } as Readonly<Record<string, string>>)[file.type];
  return ending === undefined || /\.[^.\s]+$/.test(file.name)
    ? file
    : new File([file], `${file.name}.${ending}`, { type: file.type, lastModified: file.lastModified });
}

/** `Ảnh.JPEG` → jpg, as the server reads it. */
function extensionOf(fileName: string): string {
  const written = /\.([a-z0-9]{1,8})$/i.exec(fileName)?.[1]?.toLowerCase() ?? '';
  return written === 'jpeg' ? 'jpg' : written;
}

/** For the file dialog: extensions and, for the camera's sake, the media types of pictures. */
export const acceptOf = ({ extensions }: AttachmentRule): string =>
  extensions
    .flatMap((each) =>
      each === 'jpg'
        ? ['.jpg', '.jpeg', 'image/jpeg']
        : each === 'png'
          ? ['.png', 'image/png']
          : [`.${each}`],
    )
    .join(',');

export const takesPictures = ({ extensions }: AttachmentRule): boolean => extensions.includes('jpg');
