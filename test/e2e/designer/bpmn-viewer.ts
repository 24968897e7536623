import { createRequire } from 'node:module';
import type { BrowserContext } from 'playwright-core';

const VIEWER = createRequire(import.meta.url).resolve('bpmn-js/dist/bpmn-navigated-viewer.production.min.js');

interface Shown {
  /** What the viewer had to say about the file. */
  readonly warnings: readonly string[];
  /** Shapes and ways that the file places. */
  readonly placed: number;
  /** Those of them of which nothing is seen. */
  readonly unseen: readonly string[];
  /** Words on the diagram. */
  readonly words: string;
}

/** Another maker's viewer, without a line of ours, opens the file. */
export async function shownInViewer(context: BrowserContext, xml: string): Promise<Shown> {
  const page = await context.newPage();
  try {
    await page.setContent('<div id="canvas" style="width:1200px;height:800px"></div>');
    await page.addScriptTag({ path: VIEWER });
    return await page.evaluate(async (file): Promise<Shown> => {
      interface Registry {
        get(id: string): object | undefined;
        getGraphics(element: object): SVGGraphicsElement | undefined;
      }
      interface Viewer {
        importXML(text: string): Promise<{ warnings: readonly { message: string }[] }>;
        get(name: 'elementRegistry'): Registry;
      }
      // the script that was just loaded declares it
      const { BpmnJS } = window as unknown as { BpmnJS: new (options: object) => Viewer };
      const viewer = new BpmnJS({ container: '#canvas' });
      const { warnings } = await viewer.importXML(file);
      const registry = viewer.get('elementRegistry');
      const diagram = new DOMParser().parseFromString(file, 'application/xml');
      const placed = ['BPMNShape', 'BPMNEdge'].flatMap((kind) =>
        [...diagram.getElementsByTagNameNS('http://www.omg.org/spec/BPMN/20100524/DI', kind)].map(
          (each) => each.getAttribute('bpmnElement') ?? '',
        ),
      );
      const seen = (id: string): boolean => {
        const element = registry.get(id);
        const box = element === undefined ? undefined : registry.getGraphics(element)?.getBBox();
        return box !== undefined && Math.max(box.width, box.height) > 0;
      };
      return {
        warnings: warnings.map(({ message }) => message),
        placed: placed.length,
        unseen: placed.filter((id) => !seen(id)),
        words: [...document.querySelectorAll('#canvas text')]
          .map(({ textContent }) => textContent?.replace(/\s+/g, ' ') ?? '')
          .join('\n'),
      };
    }, xml);
  } finally {
    await page.close();
  }
}
