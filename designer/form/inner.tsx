import { createElement, use } from 'react';
import { FieldContext, type FieldProps } from './field-props.ts';

/** A field inside a field, whatever its schema asks for. */
export function Inner(props: FieldProps) {
  const Field = use(FieldContext);
  if (Field === null) throw new Error('a field stands outside a SchemaForm');
  return createElement(Field, props);
}
