import {
  AlignmentType,
  Document,
  type FileChild,
  Footer,
  Header,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import type { Notes } from './letter-body.ts';
import { FONT, PAGE, SIZE } from './layout.ts';
import { clean, hairline, line, RED } from './pieces.ts';
import { withFixedDates } from './zip-dates.ts';

interface Sheet {
  readonly title: string;
  /** Body that stands as its author. */
  readonly author: string;
  readonly children: readonly FileChild[];
  readonly notes?: Notes;
  /** Stands in red at the foot of every page: what is not signed says so wherever it is torn off. */
  readonly mark?: string;
}

/**
 * The file of a letter or report: A4 with the page's number in the middle of the top margin from the
 * second page on. The same content gives the same bytes: a letter is kept under their hash.
 */
export async function packSheet({ title, author, children, notes = {}, mark }: Sheet): Promise<Buffer> {
  const document = new Document({
    styles: {
      default: {
        document: { run: { font: FONT, size: SIZE.body, language: { value: 'vi-VN' } } },
        footnoteText: { run: { font: FONT, size: SIZE.note } },
        footnoteReference: { run: { font: FONT, superScript: true } },
      },
    },
    footnotes: notes,
    sections: [
      {
        properties: {
          titlePage: true,
          page: { size: { width: PAGE.width, height: PAGE.height }, margin: PAGE.margin },
        },
        headers: {
          default: new Header({ children: [pageNumber()] }),
          first: new Header({ children: [new Paragraph({})] }),
        },
        ...(mark === undefined ? {} : { footers: { default: marked(mark), first: marked(mark) } }),
        // a document ends with a paragraph: Word would add one as high as a line, on a page of its own if need be
        children: [...children, hairline()],
      },
    ],
  });
  const core = { path: 'docProps/core.xml', data: properties(title, author) };
  return withFixedDates(await Packer.toBuffer(document, undefined, [core]));
}

const marked = (text: string): Footer =>
  new Footer({ children: [line(text, { size: SIZE.note, bold: true, color: RED })] });

const pageNumber = (): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ font: FONT, size: SIZE.pageNumber, children: [PageNumber.CURRENT] })],
  });

/** Without the moment of making, which says nothing that the letter's own date does not. */
const properties = (title: string, author: string): string =>
  '<?xml version="1.0" encoding="UTF-8"?>' +
  '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">' +
  `<dc:title>${escaped(title)}</dc:title><dc:creator>${escaped(author)}</dc:creator><dc:language>vi-VN</dc:language>` +
  '</cp:coreProperties>';

const escaped = (text: string): string =>
  clean(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
