import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inspectFile } from './inspect.ts';
import { extensionOf, safeFileName } from './kinds.ts';
import { WORD, zip } from './zip.fixture.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cascade-inspect-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function verdict(name: string, content: Buffer | string): Promise<string> {
  const path = join(folder, 'sample');
  await writeFile(path, content);
  const result = await inspectFile(path, name);
  return result.ok ? result.value.extension : (result.problems[0]?.code ?? '');
}

const relation = (type: string, target: string) =>
  `<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="External"/></Relationships>`;
const PNG = Buffer.concat([
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
  Buffer.alloc(40),
  Buffer.from('IEND\xae\x42\x60\x82', 'latin1'),
]);

describe('an uploaded file', () => {
  it('is taken when name, first bytes and structure agree', async () => {
    expect(await verdict('Báo cáo.docx', zip(WORD))).toBe('docx');
    expect(await verdict('bao-cao.pdf', '%PDF-1.7\n1 0 obj\nendobj\nstartxref\n0\n%%EOF\n')).toBe('pdf');
    expect(await verdict('anh.png', PNG)).toBe('png');
  });

  it('is refused under a wrong or unknown extension', async () => {
    expect(await verdict('virus.exe', zip(WORD))).toBe('attachment.extension');
    expect(await verdict('bao-cao.doc', zip(WORD))).toBe('attachment.extension');
    expect(await verdict('bao-cao.pdf', zip(WORD))).toBe('attachment.disguised');
    expect(await verdict('bao-cao.docx', '<html>')).toBe('attachment.disguised');
    expect(await verdict('bang.xlsx', zip(WORD))).not.toBe('xlsx');
    const container = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2048)]);
    expect(await verdict('mat-khau.docx', container)).toBe('attachment.locked');
  });

  it('is refused as PDF without a page, where that is certain', async () => {
    const paged = (objects: string) => verdict('a.pdf', `%PDF-1.7\n${objects}\nstartxref\n0\n%%EOF\n`);
    const none = '2 0 obj\n<</Type /Pages /Kids [] /Count 0>>\nendobj';
    expect(await paged(none)).toBe('attachment.noPage');
    expect(await paged(`${none}\n3 0 obj\n<</Type/Page/Parent 2 0 R>>\nendobj`)).toBe('pdf');
    expect(await paged(`${none}\n3 0 obj\n<</Type /ObjStm /N 1>>stream\nendobj`)).toBe('pdf');
  });

  it('is refused when cut off or empty inside', async () => {
    expect(await verdict('a.pdf', '%PDF-1.7\n1 0 obj')).toBe('attachment.broken');
    expect(await verdict('a.docx', zip(WORD).subarray(0, 150))).toMatch(/^attachment\.(broken|disguised)$/);
    expect(await verdict('a.png', PNG.subarray(0, 40))).toBe('attachment.broken');
  });

  it('is refused with macros, whatever they are called', async () => {
    expect(await verdict('a.docx', zip({ ...WORD, 'word/vbaProject.bin': 'x' }))).toBe('attachment.macro');
    const enabled = WORD['[Content_Types].xml'].replace('.document.main', '.document.macroEnabled.main');
    expect(await verdict('a.docx', zip({ ...WORD, '[Content_Types].xml': enabled }))).toMatch(
      /^attachment\.(macro|disguised)$/,
    );
  });

  it('may link to pages but not fetch anything when opened', async () => {
    const withRelation = (xml: string) => zip({ ...WORD, 'word/_rels/document.xml.rels': xml });
    expect(await verdict('a.docx', withRelation(relation('hyperlink', 'https://vanban.chinhphu.vn')))).toBe(
      'docx',
    );
    expect(
      await verdict('a.docx', withRelation(relation('attachedTemplate', 'https://evil.example/t.dotm'))),
    ).toBe('attachment.external');
    expect(await verdict('a.docx', withRelation(relation('image', 'http://evil.example/pixel.png')))).toBe(
      'attachment.external',
    );
    expect(await verdict('a.docx', withRelation(relation('hyperlink', 'file://server/share')))).toBe(
      'attachment.external',
    );
  });

  it('fetches nothing by a relation that is written otherwise than Word would', async () => {
    const outside = relation('attachedTemplate', 'https://evil.example/t.dotm');
    const forged = `Id='Type="x/hyperlink" Target="https:'`;
    const twice = 'TargetMode="Internal" TargetMode="External"';
    const names = (name: string, xml: string | Buffer) =>
      verdict('a.docx', zip({ ...WORD, [name]: typeof xml === 'string' ? xml : { content: xml } }));
    const rels = (xml: string | Buffer) => names('word/_rels/settings.xml.rels', xml);
    const UTF16 = Buffer.from(`\ufeff${outside}`, 'utf16le');
    const external = [
      await rels(outside.replace('External', 'Ex&#116;ernal')),
      await rels(outside.replace('External', 'Ex&#x74;ernal')),
      await rels(outside.replace('Id="r1"', 'Id="a>b"')),
      await rels(outside.replace('Id="r1"', forged)),
      await rels(UTF16),
      await rels(Buffer.from(UTF16).swap16()),
      await names('word/_rels/settings.xml.RELS', outside),
    ];
    expect(external).toEqual(external.map(() => 'attachment.external'));
    const broken = [
      await rels(`<!DOCTYPE r [<!ENTITY e "External">]>${outside.replace('External', '&e;')}`),
      await rels(outside.replace('External', '&e;')),
      await rels(outside.replace('TargetMode="External"', twice)),
      await rels(`<![CDATA[>]]>${outside}`),
      await rels(UTF16.subarray(2)),
      await rels(`<?xml version="1.0" encoding="UTF-7"?>${outside}`),
      await names('word/_rels/settings.xml.rels/[0].piece', outside),
      await names('WORD/document.xml', outside),
    ];
    expect(broken).toEqual(broken.map(() => 'attachment.broken'));
    const written =
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<!-- a-b --><Relationships/>\n';
    expect(await rels(written)).toBe('docx');
    expect(await rels(`\ufeff${relation('hyperlink', 'https://a.vn/?a=1&amp;b=2')}`)).toBe('docx');
    const macros = WORD['[Content_Types].xml'].replace('document.main', 'document.macro&#69;nabled.main');
    expect(await names('[Content_Types].xml', macros)).toBe('attachment.macro');
  });

  it('is refused where a part is larger than it says', async () => {
    const lying = { content: Buffer.alloc(4_000_000), claim: 1_000 };
    expect(await verdict('a.docx', zip({ ...WORD, 'word/media/a.bin': lying }))).toBe('attachment.broken');
  });

  it('is refused as a bomb before it is unpacked', async () => {
    const huge = { content: Buffer.alloc(8 * 1024 * 1024) };
    expect(await verdict('a.docx', zip({ ...WORD, 'word/media/a.bin': huge }))).toBe('attachment.bomb');
    const many = Object.fromEntries(Array.from({ length: 2_100 }, (_, n) => [`word/p${n}.xml`, 'x']));
    expect(await verdict('a.docx', zip({ ...WORD, ...many }))).toBe('attachment.bomb');
  });
});

describe('a file name', () => {
  it('loses its path and its tricks but keeps its words', () => {
    expect(safeFileName('../../etc/Báo cáo.docx'.normalize('NFD'))).toBe('Báo cáo.docx');
    expect(safeFileName('C:\\Users\\x\\a.pdf')).toBe('a.pdf');
    expect(safeFileName('bao\u202ecod.exe\u0000.docx')).toBe('baocod.exe.docx');
    expect(safeFileName(`${'đ'.repeat(400)}.docx`)).toMatch(/^đ+\.docx$/);
    expect(extensionOf('ảnh.JPEG')).toBe('jpg');
    expect(extensionOf('a.constructor')).toBeNull();
  });
});
