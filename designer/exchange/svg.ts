import type { Schedule } from '#engine';
import { formatDate, weekday } from '#engine';
import type { Definition, DrawingNode } from '#model';
import { dueLineOf } from '../canvas/due-line.ts';
import { lanesOf } from '../canvas/lanes.ts';
import type { Drawing } from '../drawing/drawing.ts';
import {
  arrowsOf,
  FOCAL_HEIGHT,
  FOCAL_WIDTH,
  focalPointsOf,
  NODE_HEIGHT,
  NODE_WIDTH,
} from '../drawing/layout.ts';
import type { Language } from '../locales/i18n.ts';
import { duesOf } from './due-words.ts';
import { belowThe } from './svg-below.ts';
import {
  arrowhead,
  COLORS,
  focalMarkup,
  laneMarkup,
  laneName,
  levelMarkup,
  lines,
  nameOfChain,
  round,
} from './svg-parts.ts';
import { focalPlaces, ORIGIN, roomyPlaces } from './svg-places.ts';
import { escaped, wrapped } from './svg-text.ts';
import { waysOf } from './svg-ways.ts';
import { type Words, wordsIn } from './words.ts';

export interface PictureOptions {
  readonly language: Language;
  /** Dates of the trial where they are known; else the rules of the drawing in words. */
  readonly schedule?: Schedule | null;
}

/** A picture of the whole drawing for letters and screens: always on white, without outside parts. */
export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

const MARGIN = 32;
const NARROWEST = 560;
const FONT = "Inter, 'Segoe UI', Roboto, 'Noto Sans', Arial, sans-serif";

export const toSvg = (drawing: Drawing, options: PictureOptions): string => pictureOf(drawing, options).svg;

export function pictureOf({ definition }: Drawing, { language, schedule = null }: PictureOptions): Picture {
  const words = wordsIn(language);
  const { nodes } = definition;
  const placed = roomyPlaces(definition);
  const lanes = lanesOf(nodes, placed);
  const focal = focalPlaces(definition, placed);
  const boxes = [
    ...[...placed.values()].map(({ x, y }) => ({ x, y, width: NODE_WIDTH, height: NODE_HEIGHT })),
    ...[...focal.values()].map(({ x, y }) => ({ x, y, width: FOCAL_WIDTH, height: FOCAL_HEIGHT })),
    ...lanes,
  ];
  const left = Math.min(...boxes.map(({ x }) => x));
  const top = Math.min(...boxes.map(({ y }) => y));
  const drawnWidth = Math.max(...boxes.map(({ x, width }) => x + width)) - left;
  const drawnHeight = Math.max(...boxes.map(({ y, height }) => y + height)) - top;
  const inner = Math.max(drawnWidth, NARROWEST);
  const width = Math.ceil(inner + 2 * MARGIN);
  const title = wrapped(definition.title, { width: inner, size: 18, lines: 3 });
  const head = MARGIN + title.length * 24 + 20;

  const below = belowThe(definition, { words, inner });
  const height = Math.ceil(head + drawnHeight + below.height + MARGIN);
  const shift = { x: MARGIN + (inner - drawnWidth) / 2 - left, y: head - top };
  const dues = new Map(
    nodes.map((node) => [node.id, dueText(node, { definition, schedule, words, language })]),
  );
  const parts = [
    ...lanes.map(laneMarkup),
    ...waysOf(arrowsOf(nodes, focalPointsOf(nodes)), placed, focal).map(
      ({ way, path }) =>
        `<path d="${path}" fill="none" stroke="${COLORS[way]}" stroke-width="1.7" stroke-linejoin="round"${
          way === 'up' ? ' stroke-dasharray="6 4"' : ''
        } marker-end="url(#${way})"/>`,
    ),
    ...nodes.map((node) =>
      levelMarkup(node, placed.get(node.id) ?? ORIGIN, {
        due: dues.get(node.id) ?? '',
        line: facts(node, definition, words),
      }),
    ),
    ...[...focal.values()].map((at) => focalMarkup(at, words)),
    ...lanes.map((lane) => laneName(lane, nameOfChain(lane.chain, words))),
  ];
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="${escaped(FONT)}" lang="${language}">`,
    `<title>${escaped(words('pictureOf', { title: definition.title }))}</title>`,
    `<defs>${arrowhead('down')}${arrowhead('up')}</defs>`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    lines(title, { x: MARGIN, y: MARGIN + 18, size: 18, step: 24, weight: 650 }),
    `<g transform="translate(${round(shift.x)} ${round(shift.y)})">`,
    ...parts,
    '</g>',
    `<g transform="translate(${MARGIN} ${round(head + drawnHeight)})">${below.markup}</g>`,
    '</svg>',
  ].join('\n');
  return { svg, width, height };
}

function facts(node: DrawingNode, { nodes }: Definition, words: Words): string {
  if (node.parent === null) return words('starts');
  const shared = nodes.find(({ id }) => id === node.parent)?.sharedTasks.length ?? 0;
  const count = node.tasks.length + shared;
  return count === 0 ? '' : words('tasks', { count });
}

interface DueInput {
  readonly definition: Definition;
  readonly schedule: Schedule | null;
  readonly words: Words;
  readonly language: Language;
}

function dueText(node: DrawingNode, { definition, schedule, words, language }: DueInput): string {
  // how many days are left depends on today; a picture says what stays true
  const line = dueLineOf(node, { definition, schedule, startOn: '1900-01-01', daysUntil: () => null });
  if (line === null) return '';
  if (line.kind === 'acknowledge') return words('owesNothing');
  if (!('date' in line)) return duesOf(node, definition, words).join('; ');
  const date = `${formatDate(line.date)} (${DAYS[language][weekday(line.date) - 1] ?? ''})`;
  return line.time === null
    ? words(`due_date_${line.kind}`, { date })
    : words(`due_time_${line.kind}`, { date, time: line.time });
}

/** ISO weekdays, Monday first. */
const DAYS: Readonly<Record<Language, readonly string[]>> = {
  vi: ['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
};
