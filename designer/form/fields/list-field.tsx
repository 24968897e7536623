import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Condition } from '#model';
import { useEditor } from '../../drawing/editor.tsx';
import type { FieldProps } from '../field-props.ts';
import classes from '../form.module.css';
import { Frame, Lines } from '../frame.tsx';
import { fresh } from '../fresh.ts';
import { Inner } from '../inner.tsx';
import { moved } from '../moved.ts';
import { isEntry } from '../record.ts';
import { bare, describeSchema } from '../schema.ts';
import { useField } from '../use-field.tsx';
import { useSeed } from '../use-seed.ts';
import { insideWords } from '../words.ts';
import { type Wrong, wrongOf } from '../wrong.ts';
import { Card, EntryActs } from './card.tsx';

/** A list: entries are added, taken away and put in order. */
export function ListField({ schema, value, onChange, path, label, words, own }: FieldProps) {
  const { t } = useTranslation();
  const seed = useSeed();
  const { view } = useEditor();
  const [wrong, setWrong] = useState<Wrong | null>(null);
  const { readOnly, errors, warnings } = useField(path, wrong, false);
  const adder = useRef<HTMLButtonElement>(null);
  const described = describeSchema(schema);
  if (described.kind !== 'list') return null;
  const { element } = described;
  const items: readonly unknown[] = Array.isArray(value) ? value : [];

  const { schema: inner } = bare(element);
  const inCards = !ROWS.has(inner) && ['object', 'variants'].includes(describeSchema(inner).kind);

  const attempt = (next: readonly unknown[]): boolean => {
    const parsed = schema.safeParse(next);
    setWrong(parsed.success ? null : wrongOf(parsed.error));
    if (parsed.success) onChange(next);
    return parsed.success;
  };
  const add = () => {
    const name = t([`${words}_new`, 'form.entry'], { count: items.length + 1 });
    const made = own.fresh?.(items) ?? fresh(element, seed([...path, items.length], name, items));
    if (attempt([...items, made])) view.getState().goTo([...path, items.length]);
  };
  const remove = (index: number) => {
    if (attempt(items.filter((_, at) => at !== index))) adder.current?.focus();
  };
  const entry = (index: number) => {
    const item = items[index];
    return (
      <Inner
        schema={element}
        value={item}
        path={[...path, index]}
        label={`${label} ${index + 1}`}
        words={words}
        own={{
          plain: inCards,
          labels: own.labels ?? insideWords(element, words),
          ...(own.fields && { fields: own.fields }),
          ...(own.entry && { widget: own.entry }),
        }}
        siblings={isEntry(item) ? item : {}}
        onChange={(next) => onChange(items.map((each, at) => (at === index ? next : each)))}
      />
    );
  };
  const addText = t([`${words}_add`, 'form.add']);
  if (readOnly && items.length === 0) return null;
  return (
    <Frame path={path} half={own.half}>
      <div className={classes['listHead']}>
        {own.unlabelled === true ? null : <span className={classes['listLabel']}>{label}</span>}
        {readOnly ? null : (
          <Button
            ref={adder}
            size="compact-xs"
            variant="subtle"
            leftSection={<IconPlus size={14} aria-hidden />}
            aria-label={`${addText}: ${label}`}
            onClick={add}
          >
            {addText}
          </Button>
        )}
      </div>
      {items.map((item, index) => {
        const acts = {
          index,
          count: items.length,
          readOnly,
          onMove: (to: number) => attempt(moved(items, index, to)),
          onRemove: () => remove(index),
        };
        const key = keyOf(item, index);
        const title = own.title?.(item, index) ?? titleOf(item) ?? `${label} ${index + 1}`;
        if (inCards)
          return (
            <Card key={key} path={[...path, index]} title={title} acts={acts}>
              {entry(index)}
            </Card>
          );
        return (
          <div key={key} className={classes['row']}>
            {entry(index)}
            <EntryActs {...acts} title={title} />
          </div>
        );
      })}
      <Lines errors={errors} warnings={warnings} />
    </Frame>
  );
}

/** Objects that fit into a line. */
const ROWS: ReadonlySet<unknown> = new Set([Condition]);

/** Entries with a key of their own keep what is open and typed when they change places. */
function keyOf(item: unknown, index: number): string {
  const own = isEntry(item) ? (item['id'] ?? item['key']) : undefined;
  return typeof own === 'string' ? `=${own}` : String(index);
}

function titleOf(item: unknown): string | undefined {
  if (!isEntry(item)) return undefined;
  const said = [item['text'], item['title'], item['label'], item['name']].find(
    (each) => typeof each === 'string',
  );
  return typeof said === 'string' && said !== '' ? said : undefined;
}
