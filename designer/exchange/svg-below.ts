import type { Definition } from '#model';
import { COLORS, colorOf, lines, nameOfChain, round } from './svg-parts.ts';
import { widthOf, wrapped } from './svg-text.ts';
import type { Words } from './words.ts';

/** Recipients for information and what the signs mean. */
export function belowThe({ nodes }: Definition, { words, inner }: { words: Words; inner: number }) {
  const notes = nodes.flatMap(({ name, information }) =>
    information.length === 0
      ? []
      : wrapped(
          `${name}. ${words('information', { names: information.map((each) => each.name).join('; ') })}`,
          {
            ...{ width: inner, size: 12, lines: 4 },
          },
        ),
  );
  const chains = [...new Set(nodes.map(({ chain }) => chain))];
  const owes = nodes.some(({ obligations }) => obligations.length > 0);
  const entries = [
    { text: words('wayDown'), sign: line('down') },
    ...(owes ? [{ text: words('wayUp'), sign: line('up') }] : []),
    ...(chains.length < 2
      ? []
      : chains.map((chain) => ({
          text: nameOfChain(chain, words),
          sign: `<rect x="10" y="-9" width="5" height="12" rx="2" fill="${colorOf(chain)}"/>`,
        }))),
  ];
  let y = 28;
  const parts = [lines(notes, { x: 0, y: y + 4, size: 12, step: 17, color: COLORS.quiet })];
  if (notes.length > 0) y += notes.length * 17 + 14;
  let x = 0;
  y += 8;
  for (const { text, sign } of entries) {
    const wide = 34 + widthOf(text, 12) + 24;
    if (x > 0 && x + wide > inner) {
      x = 0;
      y += 20;
    }
    parts.push(
      `<g transform="translate(${round(x)} ${y})">${sign}${lines([text], { x: 34, y: 0, size: 12, color: COLORS.quiet })}</g>`,
    );
    x += wide;
  }
  return { markup: parts.join(''), height: y };
}

const line = (way: 'down' | 'up'): string =>
  `<path d="M0 -4H26" fill="none" stroke="${COLORS[way]}" stroke-width="1.7"${way === 'up' ? ' stroke-dasharray="6 4"' : ''} marker-end="url(#${way})"/>`;
