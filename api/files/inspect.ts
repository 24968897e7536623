import { open, readFile } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';
import { ok, problem, refuse, type Result } from '#model/problem';
import { type Extension, extensionOf, MEDIA_TYPES } from './kinds.ts';
import { inspectOffice } from './office-package.ts';

/**
 * Extension, first bytes and structure must agree: a file that is refused here would not open at the
 * receiver either, or would do there what nobody asked for.
 */
export async function inspectFile(
  path: string,
  fileName: string,
): Promise<Result<{ extension: Extension; mediaType: string }>> {
  const file = fileName;
  const extension = extensionOf(fileName);
  if (extension === null)
    return refuse(
      problem('attachment.extension', ['file'], { file, allowed: Object.keys(MEDIA_TYPES).join(', ') }),
    );
  const found = await fileTypeFromFile(path).catch(() => undefined);
  const zip = extension === 'docx' || extension === 'xlsx';
  // what Office locks by a password is no zip any more but its old container, as are .doc and .xls
  if (zip && found?.ext === 'cfb') return refuse(problem('attachment.locked', ['file'], { file, extension }));
  if (found?.ext !== extension && !(zip && found?.ext === 'zip')) {
    return refuse(problem('attachment.disguised', ['file'], { file, extension }));
  }
  const refusal = zip
    ? await inspectOffice(path, { extension, file })
    : ((await inspectEnd(path, extension, file)) ??
      (extension === 'pdf' ? await inspectPdf(path, file) : null));
  return refusal === null ? ok({ extension, mediaType: MEDIA_TYPES[extension] }) : refuse(refusal);
}

const TAIL = 2048;

/** A complete file ends as its format says; one cut off in transit does not. */
async function inspectEnd(path: string, extension: 'pdf' | 'jpg' | 'png', file: string) {
  const handle = await open(path);
  try {
    const { size } = await handle.stat();
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(TAIL), 0, TAIL, Math.max(0, size - TAIL));
    const tail = buffer.subarray(0, bytesRead);
    const complete = { pdf: '%%EOF', png: 'IEND', jpg: '\xff\xd9' }[extension];
    return tail.includes(Buffer.from(complete, 'latin1'))
      ? null
      : problem('attachment.broken', ['file'], { file });
  } finally {
    await handle.close();
  }
}

/** A file without a page says nothing; only what is certain is refused. */
async function inspectPdf(path: string, file: string) {
  return hasNoPage(await readFile(path)) ? problem('attachment.noPage', ['file'], { file }) : null;
}

/** Pages may stand packed in streams of objects, where they are not looked for. */
function hasNoPage(pdf: Buffer): boolean {
  if (pdf.includes('/ObjStm') || !pdf.includes('/Pages')) return false;
  const text = pdf.toString('latin1');
  return /\/Count\s+0\b/.test(text) && !/\/Type\s*\/Page\b/.test(text);
}
