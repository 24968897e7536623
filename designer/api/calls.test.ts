import ts from 'typescript';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { apiRoutes } from '#api';
import * as model from '#model';

/**
 * The types of the pages are those of the API's shapes (`#api/…/shapes`), so they cannot drift. What the compiler
 * does not see is whether a call names the shape that its address answers and takes: that is read here.
 */
const { routes } = apiRoutes({ pool: null as never, log: null as never, dataDir: '' }, null);
const sources = import.meta.glob<string>('../**/*.{ts,tsx}', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const shapes = import.meta.glob<Record<string, unknown>>('../../api/**/*shapes.ts', { eager: true });

const METHODS: Readonly<Record<string, string>> = { post: 'post', send: 'post', put: 'put' };
const files = new Map(
  Object.entries(sources)
    .filter(([path]) => !/\.test\.tsx?$|\/dist\//.test(path))
    .map(([path, text]) => {
      const name = new URL(path, 'file:///designer/api/').pathname;
      return [name, ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true)] as const;
    }),
);

/** A shape, or a list of such. */
interface Named {
  readonly shape: unknown;
  readonly list: boolean;
}

/** What a name of a file stands for: a shape of the API or the model, or nothing that is known. */
function shapeNamed(name: string, file: ts.SourceFile): unknown {
  for (const statement of file.statements) {
    const from = moduleOf(statement);
    const names = ts.isImportDeclaration(statement)
      ? statement.importClause?.namedBindings
      : ts.isExportDeclaration(statement)
        ? statement.exportClause
        : undefined;
    if (from === null || names === undefined || !(ts.isNamedImports(names) || ts.isNamedExports(names)))
      continue;
    const found = names.elements.find((each) => each.name.text === name);
    if (found === undefined) continue;
    const original = (found.propertyName ?? found.name).text;
    if (from.startsWith('#api/')) return shapes[`../../api/${from.slice('#api/'.length)}.ts`]?.[original];
    if (from === '#model') return (model as Readonly<Record<string, unknown>>)[original];
    const next = files.get(new URL(from, `file://${file.fileName}`).pathname);
    return next === undefined ? undefined : shapeNamed(original, next);
  }
  return undefined;
}

function moduleOf(statement: ts.Statement): string | null {
  if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return null;
  const { moduleSpecifier } = statement;
  return moduleSpecifier !== undefined && ts.isStringLiteral(moduleSpecifier) ? moduleSpecifier.text : null;
}

function shapesOf(type: ts.TypeNode, file: ts.SourceFile): readonly Named[] {
  if (ts.isUnionTypeNode(type)) return type.types.flatMap((each) => shapesOf(each, file));
  if (!ts.isTypeReferenceNode(type)) return [{ shape: undefined, list: false }];
  const [item] = type.typeArguments ?? [];
  const name = type.typeName.getText();
  if (item !== undefined && (name === 'Page' || name === 'Items'))
    return shapesOf(item, file).map(({ shape }) => ({ shape, list: true }));
  return [{ shape: item === undefined ? shapeNamed(name, file) : undefined, list: false }];
}

/** The addresses that an expression may be, `{}` where something is filled in. */
function addressesOf(node: ts.Expression, file: ts.SourceFile): readonly string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isConditionalExpression(node))
    return [...addressesOf(node.whenTrue, file), ...addressesOf(node.whenFalse, file)];
  if (ts.isTemplateExpression(node))
    return node.templateSpans.reduce<readonly string[]>(
      (before, { expression, literal }) =>
        before.flatMap((head) =>
          addressesOf(expression, file).map((middle) => `${head}${middle}${literal.text}`),
        ),
      [node.head.text],
    );
  // an address that a function of the same file makes
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
    const made = functionNamed(node.expression.text, file);
    if (made !== null) return addressesOf(made, file);
  }
  return ['{}'];
}

function functionNamed(name: string, file: ts.SourceFile): ts.Expression | null {
  for (const statement of file.statements)
    if (ts.isVariableStatement(statement))
      for (const { name: own, initializer } of statement.declarationList.declarations)
        if (own.getText() === name && initializer !== undefined && ts.isArrowFunction(initializer))
          return ts.isBlock(initializer.body) ? null : initializer.body;
  return null;
}

const fits = (address: string, path: string, exactly: boolean): boolean => {
  const [here, there] = [address.split('/'), path.split('/')];
  return (
    here.length === there.length &&
    here.every((part, index) => {
      const other = there[index] ?? '';
      return part === '{}' ? !exactly || other.startsWith('{') : part === other;
    })
  );
};

function routesAt(method: string, address: string): typeof routes {
  const same = routes.filter(({ spec }) => spec.method === method);
  const exact = same.filter(({ spec }) => fits(address, spec.path, true));
  return exact.length > 0 ? exact : same.filter(({ spec }) => fits(address, spec.path, false));
}

const itemOf = (response: z.ZodType): unknown => {
  const items: unknown = response instanceof z.ZodObject ? response.shape['items'] : undefined;
  const inner = items instanceof z.ZodReadonly ? items.unwrap() : items;
  return inner instanceof z.ZodArray ? inner.element : undefined;
};

interface Call {
  readonly at: string;
  readonly faults: readonly string[];
}

/** Null: not a call of the API, or one for a caller to name the shapes of. */
function read(node: ts.CallExpression, file: ts.SourceFile): Call | null {
  const callee = node.expression.getText();
  // without the query, and what a template adds of it
  const given = node.arguments.flatMap((each) => addressesOf(each, file));
  const paths = given.map((each) => each.replace(/\?.*$/, '').replace(/(?<!\/)\{\}$/, ''));
  const addresses = [...new Set(paths)].filter((each) => each.startsWith('/api/'));
  const [answer, body] = node.typeArguments ?? [];
  const isClient = callee === 'get' || callee in METHODS;
  if (addresses.length === 0 || (!isClient && answer === undefined)) return null;
  const method = METHODS[callee] ?? 'get';
  const answers = answer === undefined ? null : shapesOf(answer, file);
  const bodies = body === undefined ? null : shapesOf(body, file);
  const faults = addresses.flatMap((address) => {
    const found = routesAt(method, address);
    if (found.length === 0) return [`no route ${method} ${address}`];
    return found.flatMap(({ spec }) => [
      ...(answers === null || answers.some((each) => isAnswer(each, spec.response, isClient))
        ? []
        : [`${method} ${spec.path} does not answer ${answer?.getText() ?? ''}`]),
      ...(method === 'get' || takes(spec.body, bodies)
        ? []
        : [`${method} ${spec.path} does not take ${body?.getText() ?? 'nothing'}`]),
    ]);
  });
  return { at: `${file.fileName} ${addresses.join(' ')}`, faults };
}

function isAnswer({ shape, list }: Named, response: z.ZodType, isClient: boolean): boolean {
  if (shape === undefined) return false;
  return list || !isClient ? itemOf(response) === shape : response === shape;
}

const takes = (taken: z.ZodType | undefined, sent: readonly Named[] | null): boolean =>
  sent === null
    ? taken === undefined || taken.safeParse({}).success
    : sent.some(({ shape }) => shape !== undefined && shape === taken);

function callsOf(file: ts.SourceFile): readonly Call[] {
  const calls: Call[] = [];
  const visit = (node: ts.Node): void => {
    const call = ts.isCallExpression(node) ? read(node, file) : null;
    if (call !== null) calls.push(call);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return calls;
}

it('every call of the pages names the shapes that its address answers and takes', () => {
  const calls = [...files.values()].flatMap(callsOf);
  expect(calls.flatMap(({ at, faults }) => faults.map((fault) => `${at}: ${fault}`))).toEqual([]);
  // all of them were found
  expect(calls.length).toBeGreaterThan(75);
});
