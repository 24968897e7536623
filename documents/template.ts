import {
  MissingCloseDelimiterError,
  MissingStartDelimiterError,
  RelType,
  type Tag,
  TagDisposition,
  TemplateHandler,
  TemplateSyntaxError,
  TextPlugin,
} from 'easy-template-x';
import type { Directive, Problem, Result } from '#model';
import { ok, problem, refuse } from '#model/problem';
import { HeavyLoop, LineLoop } from './template-loop.ts';
import { isRepeated, isSingle, KNOWN_TAGS, LINE_TAG, tagValues, written } from './template-tags.ts';
import { withFixedDates } from './zip-dates.ts';

/** Text and repetition only: a template brings no picture, link or XML of its own into the file. */
const handler = (): TemplateHandler => new TemplateHandler({ plugins: [new LineLoop(), new TextPlugin()] });

/**
 * A letter in an office's own layout: the template with its tags (docs/letters.md) replaced. What came from
 * outside is looked at by the inspection of uploads before; here every tag must be one that is known.
 */
export async function fillTemplate(template: Buffer, letter: Directive): Promise<Result<Buffer>> {
  const faults = await checkTemplate(template);
  if (faults.length > 0) return refuse(...faults);
  try {
    return ok(withFixedDates(await handler().process(template, tagValues(letter))));
  } catch (error) {
    return refuse(faultOf(error));
  }
}

/** Without these a letter would go out without its number or its text, and a finished letter pass for a template. */
const NEEDED = ['so_ky_hieu', 'noi_dung'];

/** What is wrong with a template that is uploaded: its tags, or that it lacks one that no letter does without. */
export async function checkNewTemplate(template: Buffer): Promise<readonly Problem[]> {
  const faults = await checkTemplate(template);
  if (faults.length > 0) return faults;
  const present = new Set((await handler().parseTags(template)).map(({ name }) => name));
  const missing = NEEDED.filter((tag) => !present.has(tag)).map(written);
  return missing.length === 0
    ? []
    : [problem('documents.templateTagMissing', [], { tags: missing.join(', ') })];
}

/** Each of the known ones stands in a letter once or twice. */
const MOST_TAGS = 500;

/** What is wrong with the tags of a template; empty where it can be filled. */
export async function checkTemplate(template: Buffer): Promise<readonly Problem[]> {
  let tags: readonly Tag[];
  let torn: string | null;
  try {
    tags = await handler().parseTags(template);
    torn = await tornBrace(template);
  } catch (error) {
    return [faultOf(error)];
  }
  if (torn !== null) return [unclosed(torn)];
  if (tags.length > MOST_TAGS) return [problem('documents.templateHeavy')];
  const open: string[] = [];
  for (const { name, rawText, disposition } of tags) {
    const known =
      disposition === TagDisposition.SelfClosed
        ? isSingle(name) || (name === LINE_TAG && open.length > 0)
        : isRepeated(name) || (disposition === TagDisposition.Close && name === '');
    if (!known) {
      return [problem('documents.templateTagUnknown', [], { tag: rawText, known: KNOWN_TAGS.join(', ') })];
    }
    // lines hold no lines: a part repeated in a part would only multiply
    if (disposition === TagDisposition.Open && open.length > 0) return [unclosed(rawText)];
    if (disposition === TagDisposition.Open) open.push(name);
    if (disposition === TagDisposition.Close) {
      const last = open.pop();
      if (last === undefined || (name !== '' && name !== last)) return [unclosed(rawText)];
    }
  }
  const left = open.at(-1);
  return left === undefined ? [] : [unclosed(`{#${left}}`)];
}

/** A brace without its other half, which the library passes over at the end of a part. */
async function tornBrace(template: Buffer): Promise<string | null> {
  const parts = [RelType.MainDocument, RelType.Header, RelType.Footer];
  const texts = await Promise.all(parts.map((part) => handler().getText(template, part)));
  for (const text of texts) {
    const torn = /[{}].{0,40}/.exec(text.replace(/\{[^{}]*\}/g, ''));
    if (torn !== null) return torn[0];
  }
  return null;
}

const unclosed = (tag: string): Problem =>
  problem('documents.templateTagUnclosed', [], { tag, example: '{#kinh_gui}' });

/** Whatever the reader of templates stumbles over is the file's fault: nothing of ours is in it yet. */
function faultOf(error: unknown): Problem {
  if (error instanceof HeavyLoop) return problem('documents.templateHeavy');
  if (error instanceof MissingCloseDelimiterError) return unclosed(shown(error.openDelimiterText));
  if (error instanceof MissingStartDelimiterError) return unclosed(shown(error.closeDelimiterText));
  if (error instanceof TemplateSyntaxError) return unclosed(shown(error.message));
  return problem('documents.templateUnreadable');
}

const shown = (text: string): string => text.slice(0, 60);
