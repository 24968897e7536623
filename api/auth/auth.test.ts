import type { Request } from 'express';
import { describe, expect, it } from 'vitest';
import type { Pool } from 'pg';
import { createAuthenticate } from './authenticate.ts';
import { refuseForeignOrigin } from './cross-site.ts';
import { ownPath } from './sign-in.ts';

const PUBLIC = 'https://cascade.example.vn';
const request = (method: string, headers: Record<string, string>): Request =>
  // only these three are read
  ({ method, headers: { host: 'cascade.example.vn', ...headers }, protocol: 'https' }) as unknown as Request;
const passes = (method: string, headers: Record<string, string>): boolean => {
  try {
    refuseForeignOrigin(request(method, headers), PUBLIC);
    return true;
  } catch {
    return false;
  }
};

describe('an act by cookie', () => {
  it('is taken from our own page', () => {
    expect(passes('POST', { 'sec-fetch-site': 'same-origin', origin: PUBLIC })).toBe(true);
    expect(passes('POST', { origin: PUBLIC })).toBe(true);
  });

  it('is refused from another site, a sibling site, an unknown place and an opaque origin', () => {
    expect(passes('POST', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' })).toBe(false);
    expect(passes('POST', { 'sec-fetch-site': 'same-site', origin: 'https://other.example.vn' })).toBe(false);
    expect(passes('PUT', {})).toBe(false);
    expect(passes('POST', { origin: 'null' })).toBe(false);
    expect(passes('POST', { origin: 'https://cascade.example.vn.evil.example' })).toBe(false);
  });

  it('may be read from anywhere: reading changes nothing', () => {
    expect(passes('GET', { 'sec-fetch-site': 'cross-site' })).toBe(true);
  });
});

describe('a stream that is open', () => {
  const headers = { authorization: 'Bearer csk_of-somebody' };
  const stillAllowed = (query: () => Promise<unknown>) =>
    // no statement is looked at, and a key needs no session
    createAuthenticate({
      pool: { query } as unknown as Pool,
      session: () => undefined,
      publicUrl: PUBLIC,
      guesses: () => undefined,
    }).stillAllowed(request('GET', headers), 'read');

  it('is forbidden to a key that is gone, and undecided while the database is away', async () => {
    expect(await stillAllowed(() => Promise.resolve({ rows: [] }))).toBe(false);
    await expect(stillAllowed(() => Promise.reject(new Error('no database')))).rejects.toThrow('no database');
  });
});

describe('the way back after signing in', () => {
  it('stays on this site', () => {
    expect(ownPath('/campaigns/1?tab=tree')).toBe('/campaigns/1?tab=tree');
    for (const trick of [
      '//evil.example',
      '/\\evil.example',
      'https://evil.example',
      '/a\\b',
      '/.//evil.example',
      '/..//evil.example/x',
      '/a/%2e%2E//evil.example',
      '/\tx',
      '',
      undefined,
      ['/x'],
      'javascript:alert(1)',
    ]) {
      expect(ownPath(trick)).toBe('/');
    }
  });
});
