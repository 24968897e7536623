import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { OfficeTemplate, Render } from '#acts';
import { fillTemplate, letterDocx } from '#documents';
import { type Directive, ok, problem, refuse, type Result } from '#model';
import type { FileStore } from '../../files/file-store.ts';

/** The letter in the prescribed layout, or in the office's own template. */
export async function renderLetter(
  store: FileStore,
  document: Directive,
  template: OfficeTemplate | null,
): Promise<Result<Buffer>> {
  if (template === null) return ok(await letterDocx(document));
  if (!(await store.isIntact(template.sha256)))
    return refuse(problem('attachment.altered', [], { id: template.name }));
  return fillTemplate(await readFile(store.path(template.sha256)), document);
}

/** Renders and keeps it by its content; a file whose letter is refused afterwards is used by nobody and harms nobody. */
export const rendering =
  (store: FileStore): Render =>
  async (document, template) => {
    const rendered = await renderLetter(store, document, template);
    if (!rendered.ok) return rendered;
    const bytes = rendered.value;
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const folder = join(store.folder, 'incoming');
    await mkdir(folder, { recursive: true });
    const path = join(folder, randomUUID());
    await writeFile(path, bytes, { flush: true });
    return store.keep({ path, sha256 }, () => Promise.resolve(ok({ sha256, bytes: bytes.length })));
  };
