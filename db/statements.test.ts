import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const SQL = /\b(SELECT|INSERT INTO|UPDATE|DELETE FROM|WHERE|FROM|ORDER BY)\b/;

/**
 * What may stand in `${…}` of a statement: fixed text and what is built from fixed text. A property of something
 * (`filter.q`, `row.id`) is a value, and values travel as parameters only; one of a constant is fixed text.
 */
function isFixed(part: ts.Node): boolean {
  if (ts.isPropertyAccessExpression(part) || ts.isElementAccessExpression(part))
    return ts.isIdentifier(part.expression) && /^[A-Z][A-Z_]*$/.test(part.expression.text);
  if (ts.isConditionalExpression(part)) return isFixed(part.whenTrue) && isFixed(part.whenFalse);
  if (ts.isCallExpression(part)) return isFixedCall(part) && part.arguments.every(isFixed);
  if (ts.isArrowFunction(part)) return isFixed(part.body);
  if (ts.isTemplateExpression(part)) return part.templateSpans.every(({ expression }) => isFixed(expression));
  return ts.isIdentifier(part) || ts.isStringLiteralLike(part) || ts.isArrayLiteralExpression(part);
}

/** `nameOf('a.actor')`, or the text functions of something fixed: `campaign.replace('?', 'o.campaign_id')`. */
function isFixedCall({ expression }: ts.CallExpression): boolean {
  if (ts.isIdentifier(expression)) return true;
  if (!ts.isPropertyAccessExpression(expression)) return false;
  return ['replace', 'map', 'join'].includes(expression.name.text) && isFixed(expression.expression);
}

function valuesIn(name: string, text: string): { statements: number; found: string[] } {
  const found: string[] = [];
  let statements = 0;
  const walk = (node: ts.Node): void => {
    const sql = ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);
    if (sql && SQL.test(node.getText())) {
      statements += 1;
      if (ts.isTemplateExpression(node))
        for (const { expression } of node.templateSpans)
          if (!isFixed(expression)) found.push(`${name}: ${expression.getText()}`);
    }
    ts.forEachChild(node, walk);
  };
  walk(ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true));
  return { statements, found };
}

describe('statements', () => {
  it('hold no value: not one that came from outside can become a part of SQL', async () => {
    const names = (await readdir(HERE, { recursive: true })).filter(
      (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
    );
    let statements = 0;
    const found: string[] = [];
    for (const name of names) {
      const file = valuesIn(name, await readFile(join(HERE, name), 'utf8'));
      statements += file.statements;
      found.push(...file.found);
    }
    expect(found).toEqual([]);
    expect(statements).toBeGreaterThan(150);
  });

  it('are looked at so that a value would be found', () => {
    const text = 'tx.query(`SELECT 1 FROM unit WHERE id = ${filter.id}`)';
    expect(valuesIn('x.ts', text).found).toEqual(['x.ts: filter.id']);
  });
});
