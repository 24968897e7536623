import { createHash } from 'node:crypto';

/**
 * True where a PDF opens with a password only. Many are encrypted to forbid copying or printing and open for everybody:
 * those are no harm, so the empty password is tried as a reader does (ISO 32000-2, 7.6.4). What cannot be read from the
 * file for sure is not held against it; neither is the newest kind of lock (AES-256, revisions 5 and 6).
 */
export function isLockedPdf(pdf: Buffer): boolean {
  const encrypt = dictionaryOf(pdf);
  const revision = Number(/\/R\s+(\d)\b/.exec(encrypt?.text ?? '')?.[1]);
  const [owner, user] = [stringOf(encrypt?.bytes, '/O'), stringOf(encrypt?.bytes, '/U')];
  if (encrypt === null || !encrypt.text.includes('/Standard') || owner === null || user === null)
    return false;
  const id = idOf(pdf);
  const permissions = /\/P\s+(-?\d+)/.exec(encrypt.text)?.[1];
  if (![2, 3, 4].includes(revision) || owner.length !== 32 || user.length !== 32) return false;
  if (id === null || permissions === undefined) return false;
  const bits = Number(/\/Length\s+(\d+)/.exec(encrypt.text)?.[1] ?? 40);
  const size = revision === 2 ? 5 : revision === 4 ? 16 : bits / 8;
  if (!(size >= 5 && size <= 16)) return false;
  const p = Buffer.alloc(4);
  p.writeInt32LE(Number(permissions) | 0);
  const open = /\/EncryptMetadata\s+false/.test(encrypt.text) && revision === 4 ? Buffer.alloc(4, 0xff) : '';
  let key = md5(PAD, owner, p, id, open);
  if (revision > 2) for (let at = 0; at < 50; at++) key = md5(key.subarray(0, size));
  key = key.subarray(0, size);
  if (revision === 2) return !rc4(key, PAD).equals(user);
  let made = md5(PAD, id);
  for (let at = 0; at < 20; at++) made = rc4(Buffer.from(key.map((byte) => byte ^ at)), made);
  return !made.equals(user.subarray(0, 16));
}

const PAD = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');
/** More than any encryption dictionary takes. */
const LONGEST = 4_096;

function dictionaryOf(pdf: Buffer): { readonly bytes: Buffer; readonly text: string } | null {
  const at = pdf.lastIndexOf('/Encrypt ');
  const named =
    at < 0 ? null : /^\/Encrypt\s+(\d+)\s+(\d+)\s+R/.exec(pdf.subarray(at, at + 60).toString('latin1'));
  if (named === null) return null;
  const object = `${named[1]} ${named[2]} obj`;
  let start = pdf.lastIndexOf(object);
  // not the end of a longer number
  while (start > 0 && /\d/.test(pdf.subarray(start - 1, start).toString('latin1')))
    start = pdf.lastIndexOf(object, start - 1);
  if (start < 0) return null;
  const end = pdf.indexOf('endobj', start);
  const bytes = pdf.subarray(start, end < 0 ? start + LONGEST : Math.min(end, start + LONGEST));
  return { bytes, text: bytes.toString('latin1') };
}

function idOf(pdf: Buffer): Buffer | null {
  const at = pdf.lastIndexOf('/ID');
  return at < 0 ? null : firstString(pdf.subarray(at + 3, at + 3 + LONGEST), /^\s*\[\s*/);
}

function stringOf(bytes: Buffer | undefined, name: '/O' | '/U'): Buffer | null {
  const found = bytes === undefined ? null : new RegExp(`${name}\\s*(?=[(<])`).exec(bytes.toString('latin1'));
  return found === null || bytes === undefined
    ? null
    : firstString(bytes.subarray(found.index + found[0].length), /^/);
}

const ESCAPED: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** A hexadecimal or literal string of PDF. */
function firstString(bytes: Buffer, before: RegExp): Buffer | null {
  const text = bytes.toString('latin1').replace(before, '');
  const hex = /^<([\da-fA-F\s]*)>/.exec(text)?.[1];
  if (hex !== undefined) return Buffer.from(hex.replace(/\s/g, ''), 'hex');
  if (!text.startsWith('(')) return null;
  let [made, depth] = ['', 1];
  for (let at = 1; at < text.length; at++) {
    const sign = text.charAt(at);
    if (sign === '\\') {
      const octal = /^[0-7]{1,3}/.exec(text.slice(at + 1, at + 4))?.[0];
      const next = text.charAt(at + 1);
      if (octal !== undefined) made += String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
      else if (next !== '\n' && next !== '\r') made += ESCAPED[next] ?? next;
      at += octal?.length ?? (text.startsWith('\r\n', at + 1) ? 2 : 1);
      continue;
    }
    if (sign === '(') depth += 1;
    if (sign === ')') depth -= 1;
    if (depth === 0) return Buffer.from(made, 'latin1');
    made += sign === '\r' ? '\n' : sign;
    if (sign === '\r' && text.charAt(at + 1) === '\n') at += 1;
  }
  return null;
}

function md5(...parts: readonly (Buffer | string)[]): Buffer {
  const hash = createHash('md5');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/** OpenSSL has it no more, but old files do. */
function rc4(key: Buffer, data: Buffer): Buffer {
  const box = Uint8Array.from({ length: 256 }, (_, at) => at);
  const of = (at: number): number => box[at & 0xff] ?? 0;
  const swap = (a: number, b: number): void => {
    [box[a], box[b]] = [of(b), of(a)];
  };
  for (let at = 0, other = 0; at < 256; at++) {
    other = (other + of(at) + (key[at % key.length] ?? 0)) & 0xff;
    swap(at, other);
  }
  let [at, other] = [0, 0];
  return Buffer.from(
    data.map((byte) => {
      at = (at + 1) & 0xff;
      other = (other + of(at)) & 0xff;
      swap(at, other);
      return byte ^ of(of(at) + of(other));
    }),
  );
}
