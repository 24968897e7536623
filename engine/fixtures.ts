import type { Calendar, Definition, DefinitionInput, Unit } from '#model';
import * as model from '#model';

/** What the tests of time and plan share: small literals, worked out by hand where they are used. */

const off = (date: string, name: string) => ({
  date,
  kind: 'off' as const,
  name,
  status: 'decided' as const,
});
const worked = (date: string) => ({
  date,
  kind: 'worked' as const,
  name: 'Làm bù',
  status: 'decided' as const,
});

export const VN: Calendar = model.Calendar.parse({
  id: 'vn',
  version: 1,
  name: 'Lịch làm việc',
  weekdays: [1, 2, 3, 4, 5],
  years: { from: 2023, to: 2027 },
  days: [
    off('2024-04-29', 'Nghỉ hoán đổi'),
    off('2024-04-30', 'Ngày Chiến thắng'),
    off('2024-05-01', 'Quốc tế Lao động'),
    worked('2024-05-04'),
    off('2026-01-01', 'Tết Dương lịch'),
    ...['16', '17', '18', '19', '20'].map((day) => off(`2026-02-${day}`, 'Tết Nguyên Đán')),
    worked('2026-08-22'),
    off('2026-08-31', 'Nghỉ hoán đổi'),
    off('2026-09-01', 'Quốc khánh'),
    off('2026-09-02', 'Quốc khánh'),
    off('2026-11-24', 'Ngày Văn hóa Việt Nam'),
  ],
});

/** The third argument is the unit above, or everything else that the unit has. */
export function unit(
  id: string,
  kind: string,
  place: string | null | Readonly<Record<string, unknown>>,
): Unit {
  const more = typeof place === 'object' && place !== null ? place : { parentId: place };
  return model.Unit.parse({ id, code: id, name: `Đơn vị ${id}`, kind, ...more });
}

/** A complete tree: `widths[0]` provinces, each with `widths[1]` districts, and so on. */
export function tree(
  widths: readonly number[],
  kinds: readonly string[] = ['province', 'district', 'commune', 'village'],
): Unit[] {
  const units = [unit('r', 'ministry', null)];
  let level = ['r'];
  widths.forEach((width, depth) => {
    level = level.flatMap((parent) =>
      Array.from({ length: width }, (_, at) => {
        const id = `${parent}-${at}`;
        units.push(unit(id, kinds[depth] ?? 'other', parent));
        return id;
      }),
    );
  });
  return units;
}

export const define = (input: Partial<DefinitionInput> & Pick<DefinitionInput, 'nodes'>): Definition =>
  model.Definition.parse({ formatVersion: 1, key: 'thu', title: 'Thử', ...input });

export const REPORT = { id: 'kq', title: 'Kết quả', kind: 'thematic' as const };

/** One level per kind below the root; the first is due on the date, the others a lead before it. */
export function chainOf(
  kinds: readonly string[],
  { date = '2026-12-15', leads = [5, 5, 5], minimum = 0 } = {},
): Definition {
  return define({
    reports: [REPORT],
    nodes: [
      { id: 'goc', name: 'Gốc', parent: null, select: { kind: 'root' } },
      ...kinds.map((kind, at) => ({
        id: kind,
        name: kind,
        parent: at === 0 ? 'goc' : (kinds[at - 1] ?? null),
        select: { kind: 'ofKind' as const, unitKinds: [kind] },
        tasks: [{ id: `viec-${kind}`, text: 'Việc' }],
        obligations: [
          {
            report: 'kq',
            due:
              at === 0
                ? ({ kind: 'date', date, bound: 'by' } as const)
                : ({ kind: 'lead', workingDays: leads[at - 1] ?? 0 } as const),
            minimumWorkingDays: minimum,
          },
        ],
      })),
    ],
  });
}
