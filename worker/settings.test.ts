import { describe, expect, it } from 'vitest';
import { readSettings } from './settings.ts';

const NEEDED = { DATABASE_URL: 'postgres://u:p@127.0.0.1:5432/base', TEMPORAL_CONFIG_FILE: '/dev/null' };

describe('the settings of the worker', () => {
  it('assume a local installation', () => {
    expect(readSettings(NEEDED)).toMatchObject({
      databaseUrl: NEEDED.DATABASE_URL,
      taskQueue: 'cascade',
      namespace: 'default',
      cachedWorkflows: 600,
      logLevel: 'info',
    });
  });

  it('take an address and a namespace as every Temporal tool does', () => {
    const settings = readSettings({
      ...NEEDED,
      TEMPORAL_ADDRESS: 'cluster:7233',
      TEMPORAL_NAMESPACE: 'hanoi',
    });
    expect(settings).toMatchObject({ namespace: 'hanoi', connection: { address: 'cluster:7233' } });
  });

  it('take an empty variable as unset', () => {
    expect(readSettings({ ...NEEDED, CASCADE_TASK_QUEUE: '' }).taskQueue).toBe('cascade');
  });

  it.each([
    ['DATABASE_URL', ''],
    ['CASCADE_CACHED_WORKFLOWS', 'many'],
    ['LOG_LEVEL', 'loud'],
  ])('name the variable %s where its value is wrong', (name, value) => {
    expect(() => readSettings({ ...NEEDED, [name]: value })).toThrow(name);
  });
});
