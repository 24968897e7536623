/** The arrows of docs/architecture.md: every one ends at `model`. */
const rooms = {
  model: [],
  engine: ['model'],
  workflows: ['model', 'engine'],
  db: ['model', 'engine'],
  templates: ['model'],
  acts: ['model', 'engine', 'db', 'templates'],
  activities: ['model', 'engine', 'db', 'acts'],
  worker: ['model', 'engine', 'db', 'acts', 'activities', 'workflows'],
  documents: ['model', 'engine'],
  api: ['model', 'engine', 'db', 'acts', 'documents'],
  cli: ['model'],
  designer: ['model', 'engine'],
  stack: ['model', 'db', 'acts', 'templates'],
  bench: ['model', 'engine', 'db', 'acts', 'designer', 'stack', 'templates', 'test', 'workflows'],
};

/** What the API takes and answers: no more than zod and the model, so that the page can have the types of it. */
const SHAPES = '^api/.*shapes\\.ts$';

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'nobody-imports-test',
      severity: 'error',
      from: { pathNot: '^(test|bench)/|\\.test\\.tsx?$|^vitest' },
      to: { path: '^test/' },
    },
    ...Object.entries(rooms).map(([room, allowed]) => ({
      name: `arrows-of-${room}`,
      severity: 'error',
      from: { path: `^${room}/`, pathNot: '\\.test\\.tsx?$' },
      to: {
        path: `^(${Object.keys(rooms)
          .filter((other) => other !== room && !allowed.includes(other))
          .join('|')})/`,
        ...(room === 'designer' && { pathNot: SHAPES }),
      },
    })),
    {
      name: 'pages-know-the-shapes-by-type-only',
      severity: 'error',
      from: { path: '^designer/' },
      to: { path: SHAPES, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'shapes-are-pure',
      severity: 'error',
      from: { path: SHAPES },
      to: { pathNot: `^model/|node_modules/zod/|${SHAPES}` },
    },
    {
      name: 'pure-rooms-have-no-io',
      severity: 'error',
      from: { path: '^(model|engine|workflows)/', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'sql-lives-in-db',
      severity: 'error',
      from: {
        path: '^(api|activities|worker|cli|designer|workflows|engine|model)/',
        pathNot: '\\.test\\.tsx?$',
      },
      to: { path: 'node_modules/pg/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'not-to-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '\\.css$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.tsc|node_modules/(?!zod|pg/))' },
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
    },
  },
};
