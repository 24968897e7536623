import type { AttachmentRule } from '#model';

/** Why a file cannot be the attachment that a rule asks for; null: it may be sent, and the server looks inside. */
export type Misfit =
  | { readonly kind: 'extension'; readonly file: string; readonly allowed: string }
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

/** Asked before a byte is sent: a phone's line is too slow to learn it afterwards. */
export function misfitOf(
  file: { readonly name: string; readonly size: number },
  { rule, held, limitBytes }: Place,
): Misfit | null {
  if (!rule.extensions.some((extension) => extension === extensionOf(file.name)))
    return {
      kind: 'extension',
      file: file.name,
      allowed: rule.extensions.map((each) => `.${each}`).join(', '),
    };
  if (file.size === 0) return { kind: 'empty', file: file.name };
  if (file.size > limitBytes)
    return { kind: 'size', file: file.name, limit: `${Math.floor(limitBytes / MB)} MB` };
  return held >= rule.max ? { kind: 'count', label: rule.label, max: rule.max } : null;
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
