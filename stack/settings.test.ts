import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSettings } from './settings.ts';
import { SETTINGS, settingsTable, withSettingsTable } from './settings-table.ts';
import { ROOT } from './tools.mjs';

describe('settings', () => {
  test('an empty environment gives the defaults, and an empty variable counts as unset', () => {
    const settings = readSettings({ PORT: '', DATABASE_URL: '' });
    expect(settings).toMatchObject({
      port: 3000,
      namespace: 'default',
      taskQueue: 'cascade',
      temporalFrom: 'auto',
    });
    expect(settings.dataDir).toMatch(/\.cascade$/);
    expect([settings.databaseUrl, settings.temporalAddress]).toEqual([undefined, undefined]);
  });

  test.each([
    ['PORT', 'abc'],
    ['PORT', '70000'],
    ['DATABASE_URL', 'mysql://x'],
    ['TEMPORAL_ADDRESS', 'no-port'],
    ['CASCADE_TEMPORAL', 'perhaps'],
    ['LOG_LEVEL', 'loud'],
    ['CASCADE_UPLOAD_MB', '0'],
    ['OIDC_ISSUER', 'not an address'],
  ])('a bad %s is refused in both languages by name', (name, value) => {
    expect(() => readSettings({ [name]: value })).toThrow(
      new RegExp(`Biến ${name}=.*\\n.*${name}=.* is not valid`),
    );
  });

  test('a refused database address is not repeated, for it may carry a password', () => {
    expect(() => readSettings({ DATABASE_URL: 'mysql://a:secret@b/c' })).toThrow(/^(?![\s\S]*secret)/);
  });

  test('a Temporal cluster counts as given only when the environment says so', () => {
    expect(readSettings({ TEMPORAL_ADDRESS: 'temporal.example:7233' }).temporalAddress).toBe(
      'temporal.example:7233',
    );
    expect(readSettings({ TEMPORAL_NAMESPACE: 'cascade' }).temporalAddress).toBeUndefined();
  });

  test('the page is not opened beyond this machine while example officials sign in without a password', () => {
    expect(() => readSettings({ HOST: '0.0.0.0' })).toThrow(/OIDC_ISSUER/);
    expect(readSettings({ HOST: '0.0.0.0', OIDC_ISSUER: 'https://id.example' }).ownSignIn).toBe(true);
  });

  test('nothing is started for production without an identity provider', () => {
    expect(() => readSettings({ NODE_ENV: 'production' })).toThrow(/cơ quan.*\n.*OIDC_ISSUER/);
    const own = { NODE_ENV: 'production', OIDC_ISSUER: 'https://id.example' };
    expect(readSettings(own).ownSignIn).toBe(true);
  });

  test('the table names every setting once and replaces only what stands between its marks', () => {
    for (const { name } of SETTINGS)
      expect(settingsTable().split(`| \`${name.split(', ')[0]}\``)).toHaveLength(2);
    const page = 'above\n<!-- settings: made by npm run settings -->\nstale row\n<!-- /settings -->\nbelow';
    const made = withSettingsTable(page);
    expect(made).toContain(settingsTable());
    expect(made).toMatch(/^above\n[\s\S]*\nbelow$/);
    expect(made).not.toContain('stale row');
    expect(withSettingsTable(made)).toBe(made);
  });

  test('the README shows the settings as they are (npm run settings)', async () => {
    const page = await readFile(join(ROOT, 'README.md'), 'utf8');
    expect(withSettingsTable(page)).toBe(page);
  });
});
