import { type Problem, problem } from '#model';

const DEEPEST = 64;
const MOST_MEGABYTES = 5;

/**
 * What an XML file is refused for before anything reads it: definitions of entities, nesting without end,
 * size. Comments and quoted text are passed over, so that markup in them counts for nothing.
 */
export function xmlFault(xml: string): Problem | null {
  if (xml.length > MOST_MEGABYTES * 1024 * 1024) {
    return problem('exchange.tooLarge', [], { most: MOST_MEGABYTES });
  }
  let depth = 0;
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at)) {
    const end = endOf(xml, at);
    if (end === null) break; // unclosed: the parser says where
    if (/^<!(doctype|entity)/i.test(xml.slice(at, at + 9))) return problem('exchange.documentType');
    const next = xml.charAt(at + 1);
    if (next === '/') depth -= 1;
    else if (next !== '!' && next !== '?' && xml.charAt(end - 2) !== '/') depth += 1;
    if (depth > DEEPEST) return problem('exchange.tooDeep', [], { most: DEEPEST });
    at = end;
  }
  return null;
}

/** Where a tag, comment or section of text ends; null where it does not. */
function endOf(xml: string, at: number): number | null {
  const closing = xml.startsWith('<!--', at) ? '-->' : xml.startsWith('<![CDATA[', at) ? ']]>' : null;
  if (closing !== null) {
    const end = xml.indexOf(closing, at);
    return end < 0 ? null : end + closing.length;
  }
  let quote = '';
  for (let place = at + 1; place < xml.length; place += 1) {
    const sign = xml.charAt(place);
    if (quote !== '') {
      if (sign === quote) quote = '';
    } else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '>') return place + 1;
  }
  return null;
}
