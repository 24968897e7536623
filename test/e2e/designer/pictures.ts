import type { Page } from 'playwright-core';

export interface Seen {
  readonly width: number;
  readonly height: number;
  /** Different colours among the pixels: one for a picture of nothing. */
  readonly colours: number;
}

/** The picture as a browser draws it. */
export const seen = (page: Page, bytes: Buffer, type: 'image/png' | 'image/svg+xml'): Promise<Seen> =>
  page.evaluate(
    async ({ base64, type }) => {
      const image = new Image();
      const binary = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
      const url = URL.createObjectURL(new Blob([binary], { type }));
      image.src = url;
      await image.decode();
      const { naturalWidth: width, naturalHeight: height } = image;
      const canvas = new OffscreenCanvas(width, height);
      const brush = canvas.getContext('2d');
      brush?.drawImage(image, 0, 0);
      URL.revokeObjectURL(url);
      const pixels = new Uint32Array(brush?.getImageData(0, 0, width, height).data.buffer ?? []);
      return { width, height, colours: new Set(pixels).size };
    },
    { base64: bytes.toString('base64'), type },
  );

/** What an SVG file says and whether it holds anything but a picture. */
export const svgContent = (page: Page, text: string) =>
  page.evaluate((svg) => {
    const root = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
    const all = [...root.querySelectorAll('*')];
    return {
      root: root.tagName,
      words: (root.textContent ?? '').replace(/\s+/g, ' '),
      active: all.filter(
        (each) =>
          /^(script|foreignObject|iframe|image|a)$/.test(each.tagName) ||
          each.getAttributeNames().some((name) => /^on|href$/.test(name)),
      ).length,
    };
  }, text);
