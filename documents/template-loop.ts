import {
  last,
  LoopPlugin,
  officeMarkup,
  type ScopeData,
  type Tag,
  TagPlacement,
  type TemplateData,
  type TemplateContext,
  type XmlNode,
} from 'easy-template-x';

/** So many nodes are written in two seconds; a list of 4,000 recipients in a paragraph each has a fifth of them. */
const MOST_NODES = 300_000;

/** What a template repeats, for each line of this letter, is more than can be written while others wait. */
export class HeavyLoop extends Error {}

/**
 * A repeated part that is a paragraph of its own, `{#noi_nhan}{dong}{/noi_nhan}`, gives a paragraph for each
 * line: what an office expects of a list. Beside other text it is repeated inside its paragraph.
 */
export class LineLoop extends LoopPlugin {
  override async containerTagReplacements(
    tags: Tag[],
    data: ScopeData,
    context: TemplateContext,
  ): Promise<void> {
    const [open] = tags;
    const close = last(tags);
    const found: unknown = data.getScopeData<TemplateData[]>();
    const lines = Array.isArray(found) ? found.length : 0;
    if (open !== undefined && nodesBetween(open, close) * lines > MOST_NODES) throw new HeavyLoop();
    if (open?.placement === TagPlacement.TextNode && close.placement === TagPlacement.TextNode) {
      const paragraph = officeMarkup.query.containingParagraphNode(open.xmlTextNode);
      const alone = officeMarkup.query.containingParagraphNode(close.xmlTextNode) === paragraph;
      const text = textOf(paragraph).trim();
      if (alone && text.startsWith(open.rawText) && text.endsWith(close.rawText)) {
        open.options = { ...open.options, loopOver: 'paragraph' };
      }
    }
    await super.containerTagReplacements(tags, data, context);
  }
}

const textOf = (node: XmlNode): string =>
  'textContent' in node ? (node.textContent ?? '') : (node.childNodes ?? []).map(textOf).join('');

/** How much is repeated, in the order of the document; all the rest of it where the end is not found. */
function nodesBetween(open: Tag, close: Tag): number {
  if (open.placement !== TagPlacement.TextNode || close.placement !== TagPlacement.TextNode) return 0;
  let count = 1;
  let node: XmlNode | null | undefined = officeMarkup.query.containingParagraphNode(open.xmlTextNode);
  const end = officeMarkup.query.containingParagraphNode(close.xmlTextNode);
  const after = following(end);
  while (node !== null && node !== undefined && node !== after && count < MOST_NODES) {
    count += 1;
    node = node.childNodes?.[0] ?? following(node);
  }
  return count;
}

function following(node: XmlNode): XmlNode | null {
  for (let at: XmlNode | undefined = node; at !== undefined; at = at.parentNode) {
    if (at.nextSibling !== undefined && at.nextSibling !== null) return at.nextSibling;
  }
  return null;
}
