import { open, type Entry, type ZipFile } from 'yauzl';
import { type Problem, problem } from '#model/problem';

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
const MACRO = /vbaProject|vbaData|\/activeX\/|macrosheets\//i;

/** Reads a docx or xlsx as the zip it is: limits first, nothing unpacked but the lists of relations. */
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
    names.add(entry.fileName);
    unpacked += entry.uncompressedSize;
    const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize);
    if (unpacked > MAX_UNPACKED || (entry.uncompressedSize > RATIO_FROM && ratio > MAX_RATIO))
      return told('attachment.bomb');
    if ((entry.generalPurposeBitFlag & 1) === 1) return told('attachment.broken');
    if (MACRO.test(entry.fileName)) return told('attachment.macro');
    if (entry.fileName === '[Content_Types].xml' && /macroEnabled/i.test(await text(zip, entry)))
      return told('attachment.macro');
    if (entry.fileName.endsWith('.rels') && refersOutside(await text(zip, entry)))
      return told('attachment.external');
  }
  const whole = names.has('[Content_Types].xml') && names.has(MAIN_PART[given.extension]);
  return whole ? null : told('attachment.broken');
}

/** Links a reader may click are fine; content fetched when the file is opened is not. */
function refersOutside(relations: string): boolean {
  const tags = relations.match(/<(?:\w+:)?Relationship\b[^>]*>/gi) ?? [];
  return tags
    .filter((tag) => /TargetMode\s*=\s*["']External["']/i.test(tag))
    .some(
      (tag) =>
        !(
          /Type\s*=\s*["'][^"']*\/hyperlink["']/i.test(tag) &&
          /Target\s*=\s*["'](https?:|mailto:|#)/i.test(tag)
        ),
    );
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

async function text(zip: ZipFile, entry: Entry): Promise<string> {
  if (entry.uncompressedSize > MAX_RELATIONS) throw new Error('part too large');
  const stream = await new Promise<NodeJS.ReadableStream>((done, fail) =>
    zip.openReadStream(entry, (error, opened) => (error === null ? done(opened) : fail(error))),
  );
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(Buffer.from(part));
  const bytes = Buffer.concat(parts);
  // Office may write UTF-16; a filter that reads it as UTF-8 would see nothing
  return bytes[0] === 0xff && bytes[1] === 0xfe ? bytes.toString('utf16le') : bytes.toString('utf8');
}
