import { expect, test } from 'vitest';
import { AttachmentRule } from '#model';
import { acceptOf, misfitOf, takesPictures, withEnding } from './file-fits.ts';

const scan = AttachmentRule.parse({
  kind: 'scan',
  label: 'File scan',
  extensions: ['pdf', 'jpg'],
  min: 1,
  max: 1,
});
const place = { rule: scan, held: 0, limitBytes: 20 * 1024 * 1024 };

test('a file of the right kind and size may be sent', () => {
  expect(misfitOf({ name: 'Bản scan.PDF', size: 10 }, place)).toBeNull();
  expect(misfitOf({ name: 'ảnh chụp.jpeg', size: 10 }, place)).toBeNull();
});

test('kind, size, emptiness and number are said before a byte is sent', () => {
  expect(misfitOf({ name: 'a.docx', size: 10 }, place)).toEqual({
    kind: 'extension',
    file: 'a.docx',
    allowed: '.pdf, .jpg',
  });
  expect(misfitOf({ name: 'pdf', size: 10 }, place)?.kind).toBe('extension');
  expect(misfitOf({ name: 'a.pdf', size: 0 }, place)?.kind).toBe('empty');
  expect(misfitOf({ name: 'a.pdf', size: 21 * 1024 * 1024 }, place)).toEqual({
    kind: 'size',
    file: 'a.pdf',
    limit: '20 MB',
  });
  expect(misfitOf({ name: 'a.pdf', size: 10 }, { ...place, held: 1 })).toEqual({
    kind: 'count',
    label: 'File scan',
    max: 1,
  });
});

test('a camera is offered where pictures are taken', () => {
  expect(takesPictures(scan)).toBe(true);
  expect(takesPictures({ ...scan, extensions: ['docx'] })).toBe(false);
  expect(acceptOf(scan)).toBe('.pdf,.jpg,.jpeg,image/jpeg');
});

test('a photograph of a camera gets the ending that its name lacks; one that is none of ours is told the way', () => {
  const shot = withEnding(new File(['x'], 'Ảnh 12', { type: 'image/jpeg' }));
  expect(shot).toMatchObject({ name: 'Ảnh 12.jpg', type: 'image/jpeg', size: 1 });
  expect(misfitOf(shot, place)).toBeNull();
  const word = new File(['x'], 'bao-cao.docx', { type: 'image/jpeg' });
  expect(withEnding(word)).toBe(word);
  expect(misfitOf({ name: 'IMG_1.HEIC', size: 10 }, place)?.kind).toBe('heic');
  const word1 = { ...place, rule: { ...scan, extensions: ['docx' as const] } };
  expect(misfitOf({ name: 'IMG_1.HEIC', size: 10 }, word1)?.kind).toBe('extension');
});
