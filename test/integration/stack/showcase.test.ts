import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { z } from 'zod';
import { callerOf } from '#stack';
import { REHEARSAL_NAME } from '../../../stack/rehearsal-key.ts';
import { showcase } from '../../../stack/showcase.ts';
import { AFTER_THAT, BAC_KAN, BEFORE_THE_DEADLINE } from '../../../stack/story/bac-kan.ts';
import { play } from '../../../stack/story/play.ts';
import { describe as told } from '../../../stack/story/print.ts';
import { succeed } from '../../harness/api-client.ts';

interface Listed {
  readonly id: string;
  readonly title: string;
}
interface Details {
  readonly now: string;
  readonly clockTarget: string | null;
  readonly counts: Readonly<Record<string, number>>;
}

const shown = async (): Promise<readonly Listed[]> => {
  const { items } = await succeed<{ items: readonly Listed[] }>('GET', '/api/campaigns?limit=200');
  return items.filter(({ title }) => title.includes('để xem thử'));
};

describe('what the first start leaves on the page', () => {
  let details: Details;
  let dataDir = '';
  let id = '';

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'cascade-showcase-'));
    await showcase(inject('stack'), dataDir);
    const [campaign] = await shown();
    id = campaign?.id ?? '';
    details = await succeed<Details>('GET', `/api/campaigns/${id}`);
  });
  afterAll(() => rm(dataDir, { recursive: true }));

  test('is document 001 in mid-course, three days before its reports are due', () => {
    expect(details).toMatchObject({ now: '2024-12-04T08:00:00.000Z', clockTarget: null });
    // 15 addressees and 8 units of the Front; accepted: two offices, two communes, finance
    expect(details.counts).toMatchObject({
      opened: 23,
      accepted: 5,
      submitted: 1,
      returned: 1,
      overdue: 0,
      acknowledged: 20,
    });
  });

  test('is one campaign, also when the start was interrupted and made again', async () => {
    const key = await showcase(inject('stack'), dataDir);
    expect(await shown()).toHaveLength(1);
    await key.revoke();
    await expect(callerOf(key.address).get('/api/me', z.unknown())).rejects.toThrow('api.badKey');
    expect(await readdir(dataDir)).toEqual([]);
  });

  test('names nobody as having done what played by itself', async () => {
    const { items } = await succeed<{ items: readonly { actorName: string | null }[] }>(
      'GET',
      `/api/audit?campaign=${id}&limit=200`,
    );
    const names = new Set(items.map(({ actorName }) => actorName));
    expect(names).toContain(REHEARSAL_NAME);
    expect(names).not.toContain('Khóa của máy này');
  });
});

test('the demonstration ends with a signed report whose totals can be added up by hand', async () => {
  const caller = callerOf(inject('stack'));
  const story = { ...BAC_KAN, moments: [...BEFORE_THE_DEADLINE, ...AFTER_THAT] };
  const campaign = await play({ caller, story, keys: `demo-${Date.now()}` });
  const text = await told({ caller, story, campaign, rootUnitId: '2024-district-058' });
  expect(text).toMatch(/05\/12\/2024 08:00 {2}Nhắc việc .* 7 /);
  expect(text).toMatch(/08\/12\/2024 00:00 {2}Quá hạn .* 2 /);
  expect(text).toMatch(/09\/12\/2024 08:00 {2}Báo lên cấp trên .* 2 /);
  expect(text).toMatch(
    /Phải báo cáo \/ owed +15\n.* 12\n.* 1 \(.*\n.* 1 \(Phòng Kinh tế.*\n.* 1 \(Phường Xuất Hóa\)/,
  );
  // banners 40+25+0+65+3+5+125+10+100+20+33+12+35, and phòng Kinh tế's own 15
  expect(text).toContain('488 chiếc');
  // money 15.5+22.25+8.75+0+1.05+30+2.5+12.4+3.25+5.5+4+2.2+6.3
  expect(text).toContain('113,7 triệu đồng');
  expect(text).toContain('(816,5 / 1.075 triệu đồng)');
  expect(text).toContain('14/15');
});
