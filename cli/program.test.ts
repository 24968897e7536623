import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { refusal, run } from './fake-api.fixture.ts';

const CAMPAIGN = {
  id: 'c1',
  title: 'Tự hào hàng Việt Nam',
  mode: 'rehearsal',
  status: 'running',
  now: '2024-12-04T08:00:00.000Z',
  clockTarget: null,
  counts: { opened: 23, overdue: 2 },
};
const folder = mkdtempSync(join(tmpdir(), 'cascade-cli-'));
const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

describe('exit codes', () => {
  test('0 and a readable answer when all is well', async () => {
    const { exit, out } = await run(['campaigns', 'state', 'c1'], {
      'GET /api/campaigns/c1': { body: CAMPAIGN },
    });
    expect(exit).toBe(0);
    expect(out).toContain('Tự hào hàng Việt Nam · diễn tập · đang chạy · 04/12/2024 15:00');
    expect(out).toMatch(/Quá hạn +2/);
  });

  test('1 when the API refuses, naming the place and the code', async () => {
    const answers = {
      'POST /api/campaigns/c1/close': { status: 422, body: refusal('campaign.notRunning', 'Đã đóng') },
    };
    const { exit, err } = await run(['campaigns', 'close', 'c1'], answers);
    expect(exit).toBe(1);
    expect(err).toContain('Đã đóng');
    expect(err).toContain('nodes.0.id: Sai chỗ này (campaign.notRunning)');
  });

  test('1 when a drawing has errors, so that a script can stop', async () => {
    const problems = refusal('definition.cycle', '').problems;
    const answers = { 'POST /api/definitions/validate': { body: { publishable: false, problems } } };
    const { exit, out } = await run(['definitions', 'validate', file('d.json', '{}')], answers);
    expect(exit).toBe(1);
    expect(out).toContain('nodes.0.id: Sai chỗ này');
  });

  test('1 when the audit trail was tampered with', async () => {
    const body = { intact: false, rows: 9, firstBroken: { chain: 0, seq: 4, reason: 'altered' } };
    const { exit, out } = await run(['audit', 'verify'], { 'GET /api/audit/verification': { body } });
    expect(exit).toBe(1);
    expect(out).toContain('KHÔNG nguyên vẹn');
  });

  test.each([
    [['campaigns', 'fly']],
    [['campaigns', 'advance', 'c1']],
    [['campaigns', 'start', '--definition', 'x']],
    [['definitions', 'validate', '/no/such/file.json']],
    [['--lang', 'fr', 'campaigns', 'list']],
  ])('2 for a wrong command line: %j', async (args) => {
    expect((await run(args)).exit).toBe(2);
  });

  test('3 when nobody answers', async () => {
    const { exit, err } = await run(['--api', 'http://127.0.0.1:9', 'campaigns', 'list']);
    expect(exit).toBe(3);
    expect(err).toContain('npm start');
  });
});

describe('keys', () => {
  const key = {
    id: 'k1',
    name: 'Cổng báo cáo',
    unitId: 'u',
    unitName: 'UBND phường',
    scopes: ['read'],
    revokedAt: null,
  };

  test('a new one shows its secret once, alone on the first line', async () => {
    const { exit, out } = await run(
      ['keys', 'issue', 'Cổng báo cáo', '--unit', 'u', '--scope', 'read', 'reports:write'],
      {
        'POST /api/keys': { status: 201, body: { ...key, secret: 'csk_secret' } },
      },
    );
    expect([exit, out.split('\n')[0]]).toEqual([0, 'csk_secret']);
  });

  test('are listed with their unit, and revoked by id', async () => {
    const listed = await run(['keys', 'list'], {
      'GET /api/keys?limit=200': {
        body: { items: [{ ...key, lastUsedAt: '2024-12-04T08:00:00.000Z' }], nextCursor: null },
      },
    });
    expect(listed.out).toMatch(/Cổng báo cáo +UBND phường +read +04\/12\/2024 15:00/);
    const { out } = await run(['keys', 'revoke', 'k1'], { 'POST /api/keys/k1/revocation': { body: key } });
    expect(out).toContain('Đã thu hồi');
  });
});

describe('answers', () => {
  test('--json prints what the API answered', async () => {
    const answers = { 'GET /api/campaigns/c1': { body: CAMPAIGN } };
    const { out } = await run(['--json', 'campaigns', 'state', 'c1'], answers);
    expect(JSON.parse(out)).toEqual(CAMPAIGN);
  });

  test('--lang en speaks English', async () => {
    const answers = { 'GET /api/campaigns/c1': { body: CAMPAIGN } };
    const { out } = await run(['--lang', 'en', 'campaigns', 'state', 'c1'], answers);
    expect(out).toContain('rehearsal · running');
  });

  test('all pages of a list are one table, deadlines as the letter says them', async () => {
    const row = { id: 'o1', unitName: 'Phường Sông Cầu', periodKey: 'once', status: 'returned', version: 1 };
    const due = { dueAt: '2024-12-07T17:00:00.000Z', dueDate: '2024-12-08', dueBound: 'before' };
    const { out, exit } = await run(['obligations', 'list', '--campaign', 'c1', '--overdue'], {
      'GET /api/obligations?campaign=c1&overdue=true': {
        body: { items: [{ ...row, ...due, timeliness: 'overdue' }], nextCursor: 'n' },
      },
      'GET /api/obligations?campaign=c1&overdue=true&cursor=n': {
        body: {
          items: [{ ...row, id: 'o2', ...due, dueBound: 'by', timeliness: 'inTime' }],
          nextCursor: null,
        },
      },
    });
    expect(exit).toBe(0);
    expect(out).toMatch(/o1 .*Phường Sông Cầu .*bị trả lại .*trước 08\/12\/2024 +● +1/);
    expect(out).toMatch(/o2 .*hết 08\/12\/2024/);
  });

  test('a provisional total says so and names who is missing', async () => {
    const missing = [{ unitName: 'Phường Xuất Hóa', state: 'notReported' }];
    const coverage = { owed: 14, accepted: 13, missing, deep: { owed: 15, accepted: 13, missing } };
    const indicators = { tien: { value: { kind: 'number', value: '1234567.5' } } };
    const forms = {
      reports: [{ id: 'r', title: 'Kết quả', indicators: [{ id: 'tien', label: 'Kinh phí', unit: 'đồng' }] }],
    };
    const { out } = await run(['consolidation', 'show', '--campaign', 'c1', '--unit', 'u1'], {
      'GET /api/campaigns/c1/periods/once/units/u1/provisional': {
        body: { coverage, reports: { r: { indicators } } },
      },
      'GET /api/campaigns/c1': { body: forms },
    });
    expect(out).toContain('SỐ TẠM TÍNH');
    expect(out).toContain('Phường Xuất Hóa: chưa nộp');
    expect(out).toMatch(/Kinh phí +1\.234\.567,5 +đồng/);
  });
});

describe('requests', () => {
  const definitions = { body: { items: [{ id: 'd1', key: 'bac-kan-2024' }], nextCursor: null } };

  test('a preview shows groups and deadlines; an instant without a zone is Vietnam’s', async () => {
    const due = {
      dueKey: 'xa/ket-qua',
      units: 8,
      dueAt: '2024-12-07T17:00:00.000Z',
      date: '2024-12-08',
      bound: 'before',
    };
    const plan = {
      startAt: '2024-11-20T01:00:00.000Z',
      counts: { units: 23, nodes: 3 },
      groups: [
        { name: 'Xã, phường', units: 8, examples: ['Sông Cầu', 'Đức Xuân', 'Huyền Tụng', 'Xuất Hóa'] },
      ],
      periods: [
        {
          key: 'once',
          label: 'Một lần',
          opensAt: '2024-11-20T01:00:00.000Z',
          dues: [{ ...due, remindAt: ['2024-12-05T01:00:00.000Z'], escalateAt: null }],
        },
      ],
      warnings: [],
    };
    const args = [
      'campaigns',
      'preview',
      '--definition',
      'bac-kan-2024',
      '--root',
      'r',
      '--start-at',
      '2024-11-20T08:00',
    ];
    const { out, calls } = await run(args, {
      'GET /api/definitions': definitions,
      'POST /api/campaigns/preview': { body: plan },
    });
    expect(calls.at(-1)?.body).toMatchObject({ definitionId: 'd1', startAt: '2024-11-20T01:00:00.000Z' });
    expect(out).toMatch(/Xã, phường +8 +Sông Cầu; Đức Xuân; Huyền Tụng …/);
    expect(out).toMatch(/xa\/ket-qua +8 +trước 08\/12\/2024 +05\/12\/2024 08:00/);
  });

  test('advancing waits until the clock stands', async () => {
    const { out, calls } = await run(['campaigns', 'advance', 'c1', '--to', '2024-12-05T08:00'], {
      'POST /api/campaigns/c1/clock': { status: 202, body: CAMPAIGN },
      'GET /api/campaigns/c1': { body: CAMPAIGN },
    });
    expect(calls[0]?.body).toEqual({ to: '2024-12-05T01:00:00.000Z' });
    expect(out).toContain('04/12/2024 15:00');
  });

  test('a faulty file of units is shown and nothing is sent', async () => {
    const nothing = {
      adds: [],
      moves: [],
      renames: [],
      closes: [],
      changes: [],
      unchanged: 0,
      previewHash: 'h',
    };
    const { problems } = refusal('organisation.unknownParent', '');
    const { exit, out, calls } = await run(['units', 'import', file('u.csv', 'code,name,kind\n')], {
      'POST /api/unit-imports/preview': { body: { ...nothing, problems } },
    });
    expect(exit).toBe(1);
    expect(out).toContain('LỖI Sai chỗ này');
    expect(calls).toHaveLength(1);
  });

  test('a good one is applied as it was previewed', async () => {
    const adds = [{ line: 2, name: 'Trường Tiểu học A' }];
    const nothing = { moves: [], renames: [], closes: [], changes: [], unchanged: 0, problems: [] };
    const { exit, calls } = await run(['units', 'import', file('u.csv', 'code,name,kind\na,A,school\n')], {
      'POST /api/unit-imports/preview': { body: { ...nothing, adds, previewHash: 'h1' } },
      'POST /api/unit-imports': { status: 201, body: { added: 1 } },
    });
    expect(exit).toBe(0);
    expect(calls.at(-1)?.body).toMatchObject({ previewHash: 'h1' });
  });

  test('accepting sends the revision that was read', async () => {
    const { out, calls } = await run(['report', 'accept', 'o1', '2'], {
      'GET /api/obligations/o1': { body: { unitName: 'Sông Cầu', revision: 7 } },
      'POST /api/obligations/o1/reports/2/acceptance': { body: { status: 'accepted', revision: 8 } },
    });
    expect(calls.at(-1)?.body).toEqual({ expectedRevision: 7 });
    expect(out).toBe('Sông Cầu: đã duyệt');
  });

  test('figures come from a CSV of two columns', async () => {
    const receipt = { no: 1, receivedAt: '2024-12-04T08:00:00.000Z', late: false, hash: 'a'.repeat(64) };
    const { calls } = await run(
      ['report', 'submit', 'o1', '--values', file('v.csv', 'kinh-phi,"1.234,5"\n')],
      {
        'POST /api/obligations/o1/reports': { status: 201, body: receipt },
      },
    );
    expect(calls.at(-1)?.body).toMatchObject({ nil: false, values: { 'kinh-phi': '1.234,5' } });
  });
});
