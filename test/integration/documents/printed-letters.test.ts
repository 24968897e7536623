import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { consolidationDocx, findOffice, letterDocx, toPdf } from '#documents';
import { officeForTests, sayToTerminal, WITHOUT_OFFICE } from '#stack';
import { EXAMPLE } from '../../documents/example-consolidation.ts';
import { inkIn, type Printed, readPrinted } from '../../documents/printed.ts';
import { bodyOfSource, noteOfSource, SOURCE_LETTERS, squashed } from '../../documents/source-letters.ts';

const MM = 72 / 25.4;
const SHEET = { width: 210 * MM, height: 297 * MM };
const MARGIN = { top: 20 * MM, bottom: 20 * MM, left: 30 * MM, right: 20 * MM };
/** What a letter may stand over the edge of its line: accents, and the last sign of a justified line. */
const TOLERANCE = 3;

let folder = '';
let ready = false;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cascade-printed-'));
  ready = await officeForTests(findOffice, sayToTerminal);
  // where a machine may not be changed these tests are left out aloud; where everything is checked they never are
  if (!ready && process.env['CI'] !== undefined) throw new Error(WITHOUT_OFFICE);
  if (!ready) sayToTerminal(...sentences(WITHOUT_OFFICE));
}, 900_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function printed(docx: Buffer): Promise<Printed> {
  const pdf = await toPdf(docx);
  if (!pdf.ok) throw new Error(pdf.problems.map(({ code }) => code).join());
  return readPrinted(pdf.value, mkdtempSync(join(folder, 'letter-')));
}

describe.each(SOURCE_LETTERS)('document $document, printed', (letter) => {
  let print: Printed;
  beforeAll(async () => {
    if (ready) print = await printed(await letterDocx(letter.directive));
  });

  it('has the pages it should have, numbered in the middle of the top margin from the second on', (ctx) => {
    ctx.skip(!ready, WITHOUT_OFFICE);
    expect(print.pages).toHaveLength(letter.pages);
    print.pages.forEach((words, at) => {
      const above = words.filter(({ bottom }) => bottom < MARGIN.top);
      expect(above.map(({ text }) => text)).toEqual(at === 0 ? [] : [String(at + 1)]);
      for (const { left, right } of above) {
        expect((left + right) / 2).toBeCloseTo((MARGIN.left + SHEET.width - MARGIN.right) / 2, -1);
      }
    });
  });

  it('says every field and every word of its text, with all accents', (ctx) => {
    ctx.skip(!ready, WITHOUT_OFFICE);
    const { parentBody, issuingBody, subject, addressees, recipients, signature, signer } = letter;
    const pages = print.texts.map((text, at) => squashed(at === 0 ? text : text.replace(/^\s*\d+\s/, '')));
    const note = noteOfSource(letter);
    const text = pages.join('').replace(note === null ? '' : `1${note}`, '');
    // what is still to be filled in by hand is not written, nor is the colon that one source forgets
    const said = [parentBody, issuingBody, subject, ...addressees, ...signature, signer];
    for (const field of said) if (field !== null) expect(text).toContain(squashed(field));
    for (const name of recipients)
      expect(text.replace('Lưu:', 'Lưu')).toContain(squashed(name).replace('Lưu:', 'Lưu'));
    expect(text).toContain('CỘNGHÒAXÃHỘICHỦNGHĨAVIỆTNAM');
    expect(text).toContain(bodyOfSource(letter));
    if (note !== null) expect(pages.join('')).toContain(note);
  });

  it('keeps within its margins', (ctx) => {
    ctx.skip(!ready, WITHOUT_OFFICE);
    for (const [at, words] of print.pages.entries()) {
      for (const word of words.filter(({ bottom }) => at === 0 || bottom >= MARGIN.top)) {
        expect(word.left, word.text).toBeGreaterThanOrEqual(MARGIN.left - TOLERANCE);
        expect(word.right, word.text).toBeLessThanOrEqual(SHEET.width - MARGIN.right + TOLERANCE);
        expect(word.top, word.text).toBeGreaterThanOrEqual(MARGIN.top - TOLERANCE);
        expect(word.bottom, word.text).toBeLessThanOrEqual(SHEET.height - MARGIN.bottom + TOLERANCE);
      }
    }
  });

  it('is an image with white margins, a rule below Tiêu ngữ, and ink between', (ctx) => {
    ctx.skip(!ready, WITHOUT_OFFICE);
    expect(print.images).toHaveLength(letter.pages);
    const whole = { left: 0, right: SHEET.width, top: 0, bottom: SHEET.height };
    for (const [at, image] of print.images.entries()) {
      expect(inkIn(image, { ...whole, right: MARGIN.left - TOLERANCE })).toBe(0);
      expect(inkIn(image, { ...whole, left: SHEET.width - MARGIN.right + TOLERANCE })).toBe(0);
      expect(inkIn(image, { ...whole, top: SHEET.height - MARGIN.bottom + TOLERANCE })).toBe(0);
      if (at === 0) expect(inkIn(image, { ...whole, bottom: MARGIN.top - TOLERANCE })).toBe(0);
      expect(inkIn(image, whole)).toBeGreaterThan(0.005);
    }
    const motto = print.pages[0]?.find(({ text }) => text === 'phúc');
    const first = print.images[0];
    if (motto === undefined || first === undefined) throw new Error('no Tiêu ngữ');
    const below = { left: motto.left, right: motto.right, top: motto.bottom - 4, bottom: motto.bottom + 6 };
    expect(inkIn(first, below)).toBeGreaterThan(0.05);
  });

  it('has its two columns side by side, none over the other', (ctx) => {
    ctx.skip(!ready, WITHOUT_OFFICE);
    const [words = []] = print.pages;
    const addressed = words.find(({ text }) => text === 'Kính')?.top ?? 0;
    const head = words.filter(({ bottom }) => bottom < addressed + TOLERANCE);
    const border = MARGIN.left + 66 * MM;
    for (const { text, left, right } of head) expect(left < border && right > border, text).toBe(false);
    const nation = head.filter(
      ({ top }) => Math.abs(top - (head.find(({ text }) => text === 'CỘNG')?.top ?? 0)) < 2,
    );
    // Quốc hiệu stays in one line
    expect(nation.filter(({ left }) => left > border).map(({ text }) => text)).toEqual([
      ...['CỘNG', 'HÒA', 'XÃ', 'HỘI', 'CHỦ', 'NGHĨA', 'VIỆT', 'NAM'],
    ]);
  });
});

it('a consolidation that is not signed says so on every printed page', async (ctx) => {
  ctx.skip(!ready, WITHOUT_OFFICE);
  const { texts } = await printed(await consolidationDocx(EXAMPLE));
  for (const text of texts) expect(text).toContain('TẠM TÍNH – chưa ký, số liệu đến 05/12/2024 10:22');
  // the totals as on the screen and in the other files
  expect(texts.join(' ')).toMatch(/Tổng hợp\s+1\.200\s+12,50\s+331\/410\s+\(80,73\s%\)\s+–/);
});

function sentences(both: string): [vi: string, en: string] {
  const [vi = both, en = both] = both.split(' | ');
  return [vi, en];
}
