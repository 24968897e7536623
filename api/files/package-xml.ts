import { SaxesParser } from 'saxes';

/** Start tag or empty tag of an element. */
export interface Tag {
  /** Without its prefix. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

/**
 * The tags of a list inside an Office file (relations, content types), with their attributes as an office program
 * reads them. Throws at what is no well-formed XML, at a document type (its entities) and at another encoding than
 * office programs write: what may be read here and there in different ways cannot be judged.
 */
export function tagsOf(bytes: Buffer): readonly Tag[] {
  const tags: Tag[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw new Error('a document type');
  });
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding !== undefined && !/^utf-?(8|16)$/i.test(encoding)) throw new Error('another encoding');
  });
  parser.on('opentag', ({ local, attributes }) => {
    const own = Object.values(attributes).map(({ name, value }): [string, string] => [name, value]);
    tags.push({ name: local, attributes: new Map(own) });
  });
  parser.write(decoded(bytes)).close();
  return tags;
}

/** UTF-8, or UTF-16 that says so with its first bytes; nothing else. */
function decoded(bytes: Buffer): string {
  const mark = bytes.subarray(0, 2).toString('hex');
  const encoding = mark === 'fffe' ? 'utf-16le' : mark === 'feff' ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding, { fatal: true }).decode(bytes);
}
