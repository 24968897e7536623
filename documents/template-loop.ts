import {
  last,
  LoopPlugin,
  officeMarkup,
  type ScopeData,
  type Tag,
  TagPlacement,
  type TemplateContext,
  type XmlNode,
} from 'easy-template-x';

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
