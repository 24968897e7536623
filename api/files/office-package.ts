import { open, type Entry, type ZipFile } from 'yauzl';
import { type Problem, problem } from '#model/problem';
import { type Tag, tagsOf } from './package-xml.ts';

const MAX_ENTRIES = 2_000;
const MAX_UNPACKED = 200 * 1024 * 1024;
/** Text compresses well; a thousandfold is a bomb. */
const MAX_RATIO = 200;
/** Small parts are allowed any ratio. */
const RATIO_FROM = 1024 * 1024;
const MAX_RELATIONS = 2 * 1024 * 1024;

interface Office {
  readonly extension: 'docx' | 'xlsx';
  readonly file: string;
}

const MAIN_PART = { docx: 'word/document.xml', xlsx: 'xl/workbook.xml' } as const;
const TYPES = '[content_types].xml';
const MACRO = /vbaProject|vbaData|\/activeX\/|macrosheets\//i;
/** A part cut into several, which nobody writes. */
const PIECE = /\.piece$/;
const LESS_THAN = 0x3c;

/** Reads a docx or xlsx as the zip it is: limits first, then every part once, so that none is larger than it says. */
export async function inspectOffice(path: string, office: Office): Promise<Problem | null> {
  const told = (code: Problem['code']) => problem(code, ['file'], { file: office.file });
  let zip: ZipFile;
  try {
    zip = await opened(path);
  } catch {
    return told('attachment.broken');
  }
  try {
    if (zip.entryCount > MAX_ENTRIES) return told('attachment.bomb');
    return await inspectEntries(zip, { ...office, told });
  } catch {
    // yauzl refuses bad names, sizes that lie, encrypted and cut-off archives
    return told('attachment.broken');
  } finally {
    zip.close();
  }
}

async function inspectEntries(
  zip: ZipFile,
  given: Office & { told: (code: Problem['code']) => Problem },
): Promise<Problem | null> {
  const { told } = given;
  const names = new Set<string>();
  let unpacked = 0;
  for await (const entry of entries(zip)) {
    // to an office program the same, however it is written
    const name = entry.fileName.toLowerCase();
    if (names.has(name) || PIECE.test(name)) return told('attachment.broken');
    names.add(name);
    unpacked += entry.uncompressedSize;
    const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize);
    if (unpacked > MAX_UNPACKED || (entry.uncompressedSize > RATIO_FROM && ratio > MAX_RATIO))
      return told('attachment.bomb');
    if ((entry.generalPurposeBitFlag & 1) === 1) return told('attachment.broken');
    if (MACRO.test(name)) return told('attachment.macro');
    const isList = name === TYPES || name.endsWith('.rels');
    const list = isList ? tagsOf(await bytesOf(zip, entry)) : (await drain(zip, entry), []);
    if (list.some(bringsMacros)) return told('attachment.macro');
    if (list.some(fetches)) return told('attachment.external');
  }
  const whole = names.has(TYPES) && names.has(MAIN_PART[given.extension]);
  return whole ? null : told('attachment.broken');
}

/** What is read as text by whoever opens the file, and so by whatever reads it here. */
export async function textOf(path: string): Promise<{ readonly bytes: number; readonly tags: number }> {
  const zip = await opened(path);
  try {
    let bytes = 0;
    let tags = 0;
    for await (const entry of entries(zip)) {
      if (!/\.(xml|rels)$/i.test(entry.fileName)) continue;
      await drain(zip, entry, (part) => {
        bytes += part.length;
        for (const byte of part) if (byte === LESS_THAN) tags += 1;
      });
    }
    return { bytes, tags };
  } finally {
    zip.close();
  }
}

const bringsMacros = ({ attributes }: Tag): boolean =>
  [...attributes.values()].some((value) => /macroEnabled/i.test(value));

/** Links a reader may click are fine; content fetched when the file is opened is not. */
function fetches({ name, attributes }: Tag): boolean {
  if (name !== 'Relationship' || attributes.get('TargetMode')?.trim().toLowerCase() !== 'external')
    return false;
  const link = attributes.get('Type')?.trim().toLowerCase().endsWith('/hyperlink') ?? false;
  return !(link && /^\s*(https?:|mailto:|#)/i.test(attributes.get('Target') ?? ''));
}

const opened = (path: string): Promise<ZipFile> =>
  new Promise((done, fail) =>
    open(
      path,
      { lazyEntries: true, autoClose: false, strictFileNames: true, validateEntrySizes: true },
      (error, zip) => (error === null ? done(zip) : fail(error)),
    ),
  );

async function* entries(zip: ZipFile): AsyncGenerator<Entry> {
  for (let read = 0; read < zip.entryCount; read += 1) {
    yield await new Promise<Entry>((done, fail) => {
      const settle = (finish: () => void) => {
        zip.removeListener('entry', onEntry);
        zip.removeListener('error', onError);
        finish();
      };
      const onEntry = (entry: Entry) => settle(() => done(entry));
      const onError = (error: Error) => settle(() => fail(error));
      zip.on('entry', onEntry);
      zip.on('error', onError);
      zip.readEntry();
    });
  }
}

async function bytesOf(zip: ZipFile, entry: Entry): Promise<Buffer> {
  if (entry.uncompressedSize > MAX_RELATIONS) throw new Error('part too large');
  const parts: Buffer[] = [];
  await drain(zip, entry, (part) => parts.push(part));
  return Buffer.concat(parts);
}

/** Reads a part through; yauzl stops at the size that the archive states for it. */
async function drain(
  zip: ZipFile,
  entry: Entry,
  see: (part: Buffer) => void = () => undefined,
): Promise<void> {
  const stream = await new Promise<NodeJS.ReadableStream>((done, fail) =>
    zip.openReadStream(entry, (error, opened) => (error === null ? done(opened) : fail(error))),
  );
  for await (const part of stream) see(Buffer.from(part));
}
