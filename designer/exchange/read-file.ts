import { problem, refuse, type Result } from '#model';
import { drawingFrom, type ReadDrawing } from './drawing-file.ts';
import { jsonFault } from './json-text.ts';

export type { ReadDrawing } from './drawing-file.ts';

/** A `File` of the browser, as far as it is looked at. */
export interface ChosenFile {
  readonly name: string;
  readonly size: number;
  text(): Promise<string>;
  /** The bytes, where they are to be had: what is no UTF-8 is told from damaged text only by them. */
  arrayBuffer?(): Promise<ArrayBuffer>;
}

const MOST_MEGABYTES = 5;
const MOST_BYTES = MOST_MEGABYTES * 1024 * 1024;

/**
 * A drawing from a file of ours or of another BPMN tool. What the file is, its content says, not its name.
 * Refusals are sentences under `exchange.*`, `definition.*` and `directive.*`.
 */
export async function readDrawingFile(file: ChosenFile): Promise<Result<ReadDrawing>> {
  if (file.size > MOST_BYTES) return refuse(problem('exchange.tooLarge', [], { most: MOST_MEGABYTES }));
  let content: Content;
  try {
    content = await contentOf(file);
  } catch {
    // moved, deleted or locked since it was chosen
    return refuse(problem('exchange.unreadable', [], { file: file.name }));
  }
  const text = content.text.replace(/^\uFEFF/, '').normalize('NFC');
  const start = text.trimStart();
  if (start === '') return refuse(problem('exchange.empty', [], { file: file.name }));
  const kind = KINDS.find(([begins]) => start.startsWith(begins))?.[1];
  if (kind !== undefined) return refuse(problem('exchange.otherKind', [], { file: file.name, kind }));
  if (!content.readable) return refuse(problem('exchange.notUtf8', [], { file: file.name }));
  if (start.startsWith('{')) return readJson(text);
  if (start.startsWith('<')) {
    // the reader of BPMN is large and seldom needed
    const { fromBpmn } = await import('./bpmn-read.ts');
    return fromBpmn(text);
  }
  return refuse(problem('exchange.noDrawing'));
}

interface Content {
  readonly text: string;
  /** No sign was lost in reading it. */
  readonly readable: boolean;
}

/** UTF-8, or UTF-16 where the file says so by its first two bytes, as some tools of Windows write XML. */
async function contentOf(file: ChosenFile): Promise<Content> {
  if (file.arrayBuffer === undefined) return { text: await file.text(), readable: true };
  const bytes = new Uint8Array(await file.arrayBuffer());
  const [first, second] = bytes;
  const little = first === 0xff && second === 0xfe;
  const big = first === 0xfe && second === 0xff;
  const encoding = little ? 'utf-16le' : big ? 'utf-16be' : 'utf-8';
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), readable: true };
  } catch {
    // shown to nobody; it only says what kind of file this is
    return { text: new TextDecoder(encoding).decode(bytes), readable: false };
  }
}

function readJson(text: string): Result<ReadDrawing> {
  const fault = jsonFault(text);
  if (fault?.kind === 'tooDeep') return refuse(problem('exchange.tooDeep', [], { most: fault.most }));
  if (fault !== null) {
    return refuse(problem('exchange.damagedJson', [], { line: fault.line, column: fault.column }));
  }
  const content: unknown = JSON.parse(text);
  return drawingFrom(content);
}

/** Files that people take by mistake, by how they begin. */
const KINDS: readonly (readonly [start: string, kind: string])[] = [
  ['PK\u0003\u0004', 'Word, Excel, ZIP'],
  ['%PDF', 'PDF'],
  ['\uFFFDPNG', 'PNG'],
  ['\u0089PNG', 'PNG'],
  ['\uFFFD\uFFFD\uFFFD\uFFFD\u0000\u0010JFIF', 'JPEG'],
  ['GIF8', 'GIF'],
  ['\uFFFD\uFFFD\u0011\uFFFD', 'Word, Excel 97–2003'],
];
