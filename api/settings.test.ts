import { describe, expect, it } from 'vitest';
import { readApiSettings } from './settings.ts';

const base = { DATABASE_URL: 'postgres://u:secret@localhost/x' };

describe('settings of the API', () => {
  it('have defaults that listen on loopback only', () => {
    expect(readApiSettings(base)).toMatchObject({
      host: '127.0.0.1',
      port: 3000,
      embedded: false,
      oidc: null,
      uploadBytes: 20 * 1024 * 1024,
    });
  });

  it('refuse the sign-in without passwords in production and on any host but loopback', () => {
    expect(() => readApiSettings({ ...base, CASCADE_EMBEDDED: '1', NODE_ENV: 'production' })).toThrow(
      /production/,
    );
    expect(() => readApiSettings({ ...base, CASCADE_EMBEDDED: '1', HOST: '0.0.0.0' })).toThrow(/HOST/);
    expect(readApiSettings({ ...base, CASCADE_EMBEDDED: '1', HOST: '::1' }).embedded).toBe(true);
  });

  it('refuse production without an identity provider, in one sentence that says what to set', () => {
    const provider = {
      OIDC_ISSUER: 'https://id.example',
      OIDC_CLIENT_ID: 'cascade',
      OIDC_CLIENT_SECRET: 'x',
      PUBLIC_URL: 'https://cascade.example',
    };
    expect(() => readApiSettings({ ...base, NODE_ENV: 'production' })).toThrow(
      /production.*OIDC_ISSUER.*cơ quan/,
    );
    expect(readApiSettings({ ...base, ...provider, NODE_ENV: 'production' })).toMatchObject({
      embedded: false,
      oidc: { issuer: 'https://id.example' },
    });
  });

  it('want all of OIDC or nothing', () => {
    expect(() => readApiSettings({ ...base, OIDC_ISSUER: 'https://id.example' })).toThrow(/together/);
  });

  it('name the variable that is wrong and never repeat a value', () => {
    expect(() => readApiSettings({ ...base, PORT: '99999' })).toThrow(/PORT/);
    expect(() => readApiSettings({ DATABASE_URL: 'mysql://u:hunter2@x' })).toThrow(
      /^(?!.*hunter2).*DATABASE_URL/,
    );
  });
});
