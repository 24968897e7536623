import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A word of a printed page, in points from its upper left corner. */
interface PrintedWord {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A page as an image: grey values, row by row. */
export interface PrintedImage {
  readonly width: number;
  readonly height: number;
  readonly grey: Uint8Array;
}

export interface Printed {
  /** The words of each page, in the order of their lines. */
  readonly pages: readonly (readonly PrintedWord[])[];
  /** The text of each page as it is read. */
  readonly texts: readonly string[];
  readonly images: readonly PrintedImage[];
}

const DPI = 72;

/** What a PDF looks like: words with their places, and the pages as images. */
export function readPrinted(pdf: Buffer, folder: string): Printed {
  const file = join(folder, 'printed.pdf');
  writeFileSync(file, pdf);
  const boxes = output('pdftotext', ['-bbox', file, '-']);
  output('pdftoppm', ['-gray', '-r', String(DPI), file, join(folder, 'page')]);
  const images = readdirSync(folder)
    .filter((name) => name.endsWith('.pgm'))
    .sort()
    .map((name) => greyMap(readFileSync(join(folder, name))));
  return {
    pages: boxes.split('<page ').slice(1).map(wordsOf),
    texts: output('pdftotext', ['-raw', file, '-']).split('\f').slice(0, -1),
    images,
  };
}

function output(program: string, args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(program, args, {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(`${program}: ${stderr}`);
  return stdout.normalize('NFC');
}

function wordsOf(page: string): PrintedWord[] {
  const word = /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</g;
  return [...page.matchAll(word)].map(([, left, top, right, bottom, text = '']) => ({
    text,
    left: Number(left),
    right: Number(right),
    top: Number(top),
    bottom: Number(bottom),
  }));
}

/** `P5 <width> <height> 255`, then a byte for each point. */
function greyMap(file: Buffer): PrintedImage {
  const [head = '', width, height] =
    /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(file.subarray(0, 40).toString('latin1')) ?? [];
  if (head === '') throw new Error('no grey map');
  return { width: Number(width), height: Number(height), grey: file.subarray(head.length) };
}

/** The share of a rectangle, in points, that is not white. */
export function inkIn(
  { width, height, grey }: PrintedImage,
  area: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number },
): number {
  let ink = 0;
  let all = 0;
  for (let y = Math.max(0, Math.ceil(area.top)); y < Math.min(height, Math.floor(area.bottom)); y += 1) {
    for (let x = Math.max(0, Math.ceil(area.left)); x < Math.min(width, Math.floor(area.right)); x += 1) {
      all += 1;
      if ((grey[y * width + x] ?? 255) < 200) ink += 1;
    }
  }
  return all === 0 ? 0 : ink / all;
}
