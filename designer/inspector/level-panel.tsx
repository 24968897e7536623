import { Anchor, Text } from '@mantine/core';
import { type RefObject, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { DrawingNode } from '#model';
import { useDrawing, useEditor, useView } from '../drawing/editor.tsx';
import type { Place } from '../drawing/view-store.ts';
import type { FieldOverrides } from '../form/field-props.ts';
import { pick } from '../form/schema.ts';
import { SchemaForm } from '../form/schema-form.tsx';
import { useGoTo } from '../form/use-go-to.ts';
import { useChainName, useFigures } from '../form/use-units.ts';
import { GroupPreview } from './group-preview.tsx';
import classes from './inspector.module.css';
import { type LevelPart, partsOf } from './parts.ts';
import { Section } from './section.tsx';
import { useLevelFields } from './level-fields.tsx';
import { useNodeEdit } from './use-node-edit.ts';

/** Everything about one level or group. */
export function LevelPanel({ id }: { readonly id: string }) {
  const index = useDrawing((state) => state.present.definition.nodes.findIndex((node) => node.id === id));
  const node = useDrawing((state) => state.present.definition.nodes[index]);
  const panel = useRef<HTMLDivElement>(null);
  if (node === undefined) return null;
  return <Level node={node} path={['definition', 'nodes', index]} panel={panel} />;
}

interface LevelProps {
  readonly node: DrawingNode;
  readonly path: Place;
  readonly panel: RefObject<HTMLDivElement | null>;
}

function Level({ node, path, panel }: LevelProps) {
  const { t } = useTranslation();
  useGoTo(panel, path);
  const edit = useNodeEdit(node);
  const disseminates = useDrawing((state) =>
    state.present.definition.nodes.some(({ parent }) => parent === node.id),
  );
  const fields = useLevelFields(node);
  const readOnly = useView((state) => state.readOnly);
  // what can only be added is of no use to who may not
  const parts = partsOf(node, disseminates).filter(({ count }) => !readOnly || count !== 0);
  const form = (names: LevelPart['names']) => (
    <SchemaForm
      schema={pick(DrawingNode, names)}
      value={node}
      labels="inspector.level"
      path={path}
      fields={fields}
      onChange={edit}
    />
  );
  return (
    <div ref={panel} className={classes['panel']}>
      <div className={classes['head']}>
        <Above node={node} />
        <Identity node={node} path={path} edit={edit} />
      </div>
      {parts.map((each) => (
        <Section
          key={each.name}
          name={each.name}
          title={t(`inspector.section.${each.name}`)}
          holds={[...each.names, ...each.below].map((name) => [...path, name])}
          openAtFirst={each.openAtFirst}
          {...(each.count === null ? {} : { count: each.count })}
        >
          {form(each.names)}
          {each.name === 'addressees' ? <GroupPreview node={node} /> : null}
          {each.below.length === 0 ? null : <div className={classes['below']}>{form(each.below)}</div>}
        </Section>
      ))}
    </div>
  );
}

/** Who addresses this level: a way up. */
function Above({ node }: { readonly node: DrawingNode }) {
  const { t } = useTranslation();
  const { view } = useEditor();
  const above = useDrawing((state) => state.present.definition.nodes.find(({ id }) => id === node.parent));
  if (above === undefined)
    return (
      <Text size="xs" c="dimmed">
        {t('inspector.top')}
      </Text>
    );
  return (
    <Text size="xs" c="dimmed" truncate>
      {t('inspector.below')}{' '}
      <Anchor component="button" type="button" size="xs" onClick={() => view.getState().centre(above.id)}>
        {above.name}
      </Anchor>
    </Text>
  );
}

interface IdentityProps {
  readonly node: DrawingNode;
  readonly path: Place;
  readonly edit: (next: Readonly<Record<string, unknown>>) => void;
}

const IDENTITY_FIELDS = pick(DrawingNode, ['name', 'position', 'chain']);
const TOP_FIELDS = pick(DrawingNode, ['name', 'chain']);

function Identity({ node, path, edit }: IdentityProps) {
  const { chains } = useFigures();
  const nameOf = useChainName();
  const known = [...new Set(['state', 'front', 'party', ...chains, node.chain])];
  const fields: FieldOverrides = {
    name: { rows: 1 },
    position: { half: true },
    chain: { half: true, options: known.map((value) => ({ value, label: nameOf(value) })) },
  };
  return (
    <SchemaForm
      schema={node.parent === null ? TOP_FIELDS : IDENTITY_FIELDS}
      value={node}
      labels="inspector.level"
      path={path}
      fields={fields}
      onChange={edit}
    />
  );
}
