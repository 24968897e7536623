import type { Picture } from './svg.ts';

const SHARP = 2;
/** Below this letters are no longer legible. */
const LEAST = 0.75;
/** What browsers still draw: one side of a canvas, and its area. */
const MOST = { side: 16_000, area: 60_000_000 };

/** How many times larger than on the screen the picture can be drawn; null where it would not be legible. */
export function scaleFor({ width, height }: Pick<Picture, 'width' | 'height'>): number | null {
  const scale = Math.min(SHARP, MOST.side / Math.max(width, height), Math.sqrt(MOST.area / (width * height)));
  return scale < LEAST ? null : scale;
}

/** The picture in pixels; null where it is too large for any. */
export async function toPng(picture: Picture): Promise<Blob | null> {
  const scale = scaleFor(picture);
  if (scale === null) return null;
  const url = URL.createObjectURL(new Blob([picture.svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.floor(picture.width * scale);
    canvas.height = Math.floor(picture.height * scale);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
  } finally {
    URL.revokeObjectURL(url);
  }
}
