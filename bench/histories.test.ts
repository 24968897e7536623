import proto from '@temporalio/proto';
import { expect, test } from 'vitest';
import { countOf } from './histories.ts';

const Type = proto.temporal.api.enums.v1.EventType;

test('steps of one workflow task are one action together', () => {
  const types = [
    Type.EVENT_TYPE_WORKFLOW_EXECUTION_STARTED,
    Type.EVENT_TYPE_WORKFLOW_TASK_SCHEDULED,
    Type.EVENT_TYPE_WORKFLOW_TASK_STARTED,
    Type.EVENT_TYPE_WORKFLOW_TASK_COMPLETED,
    Type.EVENT_TYPE_MARKER_RECORDED,
    Type.EVENT_TYPE_MARKER_RECORDED,
    Type.EVENT_TYPE_TIMER_STARTED,
    Type.EVENT_TYPE_WORKFLOW_TASK_COMPLETED,
    Type.EVENT_TYPE_MARKER_RECORDED,
  ];
  expect(countOf(types)).toEqual({ events: 9, actions: 4 });
});
