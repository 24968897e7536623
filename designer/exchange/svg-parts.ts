import type { DrawingNode } from '#model';
import type { lanesOf } from '../canvas/lanes.ts';
import { FOCAL_HEIGHT, FOCAL_WIDTH, NODE_HEIGHT, NODE_WIDTH } from '../drawing/layout.ts';
import type { Point } from '../drawing/places.ts';
import { escaped, wrapped } from './svg-text.ts';
import { isWord, type Words } from './words.ts';

export const COLORS = { text: '#1f2529', quiet: '#565d64', line: '#ced4da', down: '#0f7350', up: '#4263eb' };
const CHAIN_COLORS: Readonly<Record<string, string>> = {
  state: '#0f7350',
  front: '#c92a2a',
  party: '#b07500',
};
const OTHER_CHAIN = '#5f3dc4';

export const round = (value: number): number => Math.round(value * 10) / 10;

interface Line {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly step?: number;
  readonly weight?: number;
  readonly color?: string;
  readonly middle?: boolean;
}

export function lines(texts: readonly string[], line: Line): string {
  const { x, y, size, step = size * 1.3, weight = 400, color = COLORS.text, middle = false } = line;
  const anchor = middle ? ' text-anchor="middle"' : '';
  return texts
    .map(
      (text, nth) =>
        `<text x="${round(x)}" y="${round(y + nth * step)}" font-size="${size}" font-weight="${weight}" fill="${color}"${anchor}>${escaped(text)}</text>`,
    )
    .join('');
}

export const arrowhead = (way: 'down' | 'up'): string =>
  `<marker id="${way}" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto-start-reverse"><path d="M0 0L10 5L0 10z" fill="${COLORS[way]}"/></marker>`;

export const colorOf = (chain: string): string => CHAIN_COLORS[chain] ?? OTHER_CHAIN;

export function nameOfChain(chain: string, words: Words): string {
  const key = `chain_${chain}`;
  return isWord(key) ? words(key) : chain;
}

type Lane = ReturnType<typeof lanesOf>[number];

export function laneMarkup({ x, y, width, height, chain }: Lane): string {
  const color = colorOf(chain);
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="12" fill="${color}" fill-opacity="0.05" stroke="${color}" stroke-opacity="0.35" stroke-dasharray="3 3"/>`;
}

/** Over the lines that cross it. */
export const laneName = ({ x, y, chain }: Lane, name: string): string =>
  `<g stroke="#fff" stroke-width="4" stroke-linejoin="round" paint-order="stroke">${lines([name], { x: x + 14, y: y + 20, size: 12, weight: 600, color: colorOf(chain) })}</g>`;

interface Told {
  readonly due: string;
  readonly line: string;
}

export function levelMarkup(node: DrawingNode, { x, y }: Point, { due, line }: Told): string {
  const inner = NODE_WIDTH - 30;
  const name = wrapped(node.name, { width: inner, size: 14, lines: 3 });
  const fit = (text: string, most = 1) => wrapped(text, { width: inner, size: 12, lines: most });
  const dues = fit(due, name.length < 3 ? 2 : 1);
  const bottom = y + NODE_HEIGHT - 11 - (dues.length - 1) * 15;
  const color = colorOf(node.chain);
  return [
    `<g><title>${escaped([node.name, line, due].filter((each) => each !== '').join(' · '))}</title>`,
    `<rect x="${x}" y="${y}" width="${NODE_WIDTH}" height="${NODE_HEIGHT}" rx="8" fill="#fff" stroke="${COLORS.line}"/>`,
    `<path d="M${x + 8} ${y}h-1a7 8 0 0 0 -7 8v${NODE_HEIGHT - 16}a7 8 0 0 0 7 8h1a3 8 0 0 1 -3 -8v-${NODE_HEIGHT - 16}a3 8 0 0 1 3 -8z" fill="${color}"/>`,
    lines(name, { x: x + 16, y: y + 23, size: 14, step: 18, weight: 650 }),
    lines(fit(line), { x: x + 16, y: due === '' ? bottom : bottom - 18, size: 12, color: COLORS.quiet }),
    lines(dues, { x: x + 16, y: bottom, size: 12, step: 15, weight: 600 }),
    '</g>',
  ].join('');
}

export function focalMarkup({ x, y }: Point, words: Words): string {
  const name = lines([words('focal')], {
    ...{ x: x + FOCAL_WIDTH / 2, y: y + FOCAL_HEIGHT / 2 + 4.5, size: 13, weight: 600, middle: true },
  });
  return `<rect x="${x}" y="${y}" width="${FOCAL_WIDTH}" height="${FOCAL_HEIGHT}" rx="${FOCAL_HEIGHT / 2}" fill="#fff" stroke="${COLORS.up}" stroke-dasharray="5 3"/>${name}`;
}
