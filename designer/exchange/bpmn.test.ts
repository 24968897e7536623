import fc from 'fast-check';
import { produce } from 'immer';
import { describe, expect, it } from 'vitest';
import { TEMPLATES as READY } from '#templates';
import type { Problem, Result } from '#model';
import { sentenceFor } from '#model/sentences/index';
import { cpuMs } from '../../test/harness/cpu-time.ts';
import type { Drawing } from '../drawing/drawing.ts';
import { place, placedOf } from '../drawing/places.ts';
import { kindOf, many, type ModdleElement, one, openModdle, textOf } from './bpmn-element.ts';
import { fromBpmn } from './bpmn-read.ts';
import { toBpmn } from './bpmn-write.ts';
import type { ReadDrawing } from './drawing-file.ts';
import other from './fixtures/other-tool.bpmn?raw';

const TEMPLATES = READY.map(({ key, definition, directive }) => [key, { definition, directive }] as const);

const template = (key: string): Drawing => {
  const found = TEMPLATES.find(([name]) => name === key);
  if (found === undefined) throw new Error(`no template ${key}`);
  return found[1];
};
const city = template('bac-kan-2024');
const chain = template('bon-cap-2024');
const sentences = (problems: readonly Problem[]): string[] => problems.map((each) => sentenceFor(each, 'vi'));
const whole = (drawing: Drawing) => ({ ok: true, value: { drawing, notCarried: [] }, warnings: [] });
const valueOf = (read: Result<ReadDrawing>): ReadDrawing => {
  if (!read.ok) throw new Error(sentences(read.problems).join(' '));
  return read.value;
};
const elementsOf = (process: ModdleElement | undefined): ModdleElement[] =>
  // what the library keeps in the file is an ordinary list
  process?.['flowElements'] as ModdleElement[];

/** The file after somebody worked on it in another tool. */
async function edited(drawing: Drawing, edit: (elements: ModdleElement[], file: ModdleElement) => void) {
  const moddle = await openModdle();
  const { rootElement } = await moddle.fromXML(await toBpmn(drawing));
  const process = many(rootElement, 'rootElements').find((each) => kindOf(each) === 'Process');
  edit(elementsOf(process), rootElement);
  const { xml } = await moddle.toXML(rootElement);
  return valueOf(await fromBpmn(xml));
}
const withId = (elements: readonly ModdleElement[], id: string): ModdleElement => {
  const found = elements.find((each) => textOf(each, 'id') === id);
  if (found === undefined) throw new Error(`no element ${id}`);
  return found;
};
const removed = (elements: ModdleElement[], ...ids: string[]): void => {
  for (const id of ids) elements.splice(elements.indexOf(withId(elements, id)), 1);
};

describe('a drawing as BPMN', () => {
  it.each(TEMPLATES)('gives back template %s without any difference', async (_, drawing) => {
    expect(await fromBpmn(await toBpmn(drawing))).toEqual(whole(drawing));
    expect(await fromBpmn(await toBpmn(drawing, 'en'))).toEqual(whole(drawing));
  });

  it.each(TEMPLATES)(
    'is read by the BPMN library without a warning, every element drawn: %s',
    async (_, drawing) => {
      const { rootElement, warnings } = await (await openModdle()).fromXML(await toBpmn(drawing));
      expect(warnings).toEqual([]);
      const roots = many(rootElement, 'rootElements');
      const process = roots.find((each) => kindOf(each) === 'Process') ?? null;
      const elements = many(process, 'flowElements');
      const visible = [
        ...roots.flatMap((each) => many(each, 'participants')),
        ...many(process, 'laneSets').flatMap((set) => many(set, 'lanes')),
        ...elements.filter((each) => kindOf(each) !== 'DataObject'),
        ...elements.flatMap((each) => [
          ...many(each, 'dataInputAssociations'),
          ...many(each, 'dataOutputAssociations'),
        ]),
        ...many(process, 'artifacts'),
      ].map((each) => textOf(each, 'id'));
      const drawn = many(rootElement, 'diagrams').flatMap((each) => many(one(each, 'plane'), 'planeElement'));
      expect(drawn.map((each) => textOf(one(each, 'bpmnElement'), 'id')).sort()).toEqual(visible.sort());
      for (const each of drawn) {
        if (kindOf(each) === 'bpmndi:BPMNEdge') expect(many(each, 'waypoint').length).toBeGreaterThan(1);
        else expect(one(each, 'bounds')).toMatchObject({ x: expect.any(Number), width: expect.any(Number) });
      }
    },
  );

  it('is also made of a drawing that is not finished: two tops, or a level below one that is gone', async () => {
    const broken = produce(chain, ({ definition }) => {
      const [, second, third] = definition.nodes;
      if (second !== undefined) second.parent = null;
      if (third !== undefined) third.parent = 'gone';
    });
    const { drawing, notCarried } = valueOf(await fromBpmn(await toBpmn(broken)));
    expect(drawing.definition.nodes.map(({ parent }) => parent)).toEqual([null, 'bo', 'bo', 'huyen']);
    expect(notCarried.map(({ code }) => code)).toEqual(['exchange.hungUnderTop', 'exchange.hungUnderTop']);
  });

  it('is made and read of 500 levels in a few seconds', async () => {
    const [top, second] = chain.definition.nodes;
    if (top === undefined || second === undefined) throw new Error('the template is gone');
    const many = Array.from({ length: 499 }, (_, nth) => ({
      ...second,
      id: `nhom-${nth}`,
      name: `Nhóm ${nth}`,
    }));
    const large = { ...chain, definition: { ...chain.definition, nodes: [top, ...many], targets: [] } };
    const took = await cpuMs(async () => {
      const read = valueOf(await fromBpmn(await toBpmn({ ...large, directive: null })));
      expect(read.drawing.definition.nodes).toHaveLength(500);
    });
    expect(took).toBeLessThan(20_000);
  });

  it('keeps places set by hand and locked ones', async () => {
    const placed = produce(chain, ({ definition }) => {
      place(definition, 'tinh', { x: 700, y: -40 });
      const at = definition.layout.nodes[definition.nodes[1]?.id ?? ''];
      if (at !== undefined) at.locked = true;
    });
    expect(await fromBpmn(await toBpmn(placed))).toEqual(whole(placed));
  });

  it('puts each chain into a column of its own, and no level outside of its column', async () => {
    const { rootElement } = await (await openModdle()).fromXML(await toBpmn(city));
    const drawn = many(rootElement, 'diagrams').flatMap((each) => many(one(each, 'plane'), 'planeElement'));
    const boxOf = (element: ModdleElement) =>
      one(drawn.find((each) => one(each, 'bpmnElement') === element) ?? null, 'bounds');
    const lanes = drawn
      .flatMap((each) => one(each, 'bpmnElement') ?? [])
      .filter((each) => kindOf(each) === 'Lane');
    expect(lanes.map((lane) => textOf(lane, 'name')).sort()).toEqual(['Chính quyền', 'Mặt trận']);
    for (const lane of lanes) {
      const column = boxOf(lane);
      for (const element of many(lane, 'flowNodeRef')) {
        const box = boxOf(element);
        expect(Number(box?.['x'])).toBeGreaterThanOrEqual(Number(column?.['x']));
        expect(Number(box?.['x']) + Number(box?.['width'])).toBeLessThanOrEqual(
          Number(column?.['x']) + Number(column?.['width']),
        );
      }
    }
  });

  it('carries any text, also what XML would take for its own or does not allow', async () => {
    const text = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 60 })
      .filter((each) => each.trim() !== '');
    const marked = fc.oneof(
      text,
      fc.constantFrom('<b>&amp;]]></b>', '"\'`', '--> <!--', 'a\nb\tc', '\u0001', '\uFFFE'),
    );
    await fc.assert(
      fc.asyncProperty(marked, marked, async (name, note) => {
        const wild = produce(city, ({ definition }) => {
          definition.title = name.normalize('NFC').trim();
          const [first] = definition.nodes;
          if (first === undefined) return;
          first.name = name.normalize('NFC').trim();
          first.information = [{ name: note.normalize('NFC').trim(), unit: null }];
        });
        expect(await fromBpmn(await toBpmn(wild))).toEqual(whole(wild));
      }),
      { numRuns: 60 },
    );
  });
});

describe('our file after another tool', () => {
  const ids = chain.definition.nodes.map(({ id }) => id);
  const [top = '', province = '', district = '', commune = ''] = ids;

  it('has the new name of a level, and nothing else changes', async () => {
    const { drawing } = await edited(chain, (elements) => {
      Object.assign(withId(elements, `Level_${district}`), { name: 'UBND các quận' });
    });
    const expected = produce(chain, ({ definition }) => {
      const node = definition.nodes.find(({ id }) => id === district);
      if (node !== undefined) node.name = 'UBND các quận';
    });
    expect(drawing).toEqual(expected);
  });

  it('has the new way down', async () => {
    const { drawing } = await edited(chain, (elements) => {
      Object.assign(withId(elements, `Down_${commune}`), {
        sourceRef: withId(elements, `Level_${province}`),
      });
    });
    expect(drawing.definition.nodes.map(({ id, parent }) => [id, parent])).toEqual([
      [top, null],
      [province, top],
      [district, province],
      [commune, province],
    ]);
  });

  it('has the new place of a level that was moved, and the places of the others', async () => {
    const { drawing } = await edited(chain, (_, file) => {
      const drawn = many(file, 'diagrams').flatMap((each) => many(one(each, 'plane'), 'planeElement'));
      const shape = drawn.find((each) => textOf(each, 'id') === `Level_${commune}_di`) ?? null;
      const bounds = one(shape, 'bounds');
      Object.assign(bounds ?? {}, { x: Number(bounds?.['x']) + 100, y: Number(bounds?.['y']) + 160 });
    });
    const places = drawing.definition.layout.nodes;
    const before = placedOf(chain.definition);
    const moved = (id: string) => ({
      x: (places[id]?.x ?? 0) - (before.get(id)?.x ?? 0),
      y: (places[id]?.y ?? 0) - (before.get(id)?.y ?? 0),
    });
    const all = moved(district); // the picture as a whole stands elsewhere on its page
    expect(Object.keys(places)).toEqual(ids);
    expect(moved(commune)).toEqual({ x: all.x + 100, y: all.y + 160 / 1.6 });
  });

  it('loses a level that was deleted there; what it addressed hangs on the top and is told', async () => {
    const { drawing, notCarried } = await edited(chain, (elements, file) => {
      removed(elements, `Level_${district}`, `Down_${district}`, `Down_${commune}`, `Due_${district}`);
      for (const diagram of many(file, 'diagrams'))
        Object.assign(one(diagram, 'plane') ?? {}, { planeElement: [] });
    });
    expect(drawing.definition.nodes.map(({ id }) => id)).toEqual([top, province, commune]);
    expect(sentences(notCarried).at(-1)).toContain('không có cấp trên nên được nối dưới “Bộ Công Thương”');
  });

  it('has a copy of a level with its details under a key of its own', async () => {
    const { drawing } = await edited(chain, (elements) => {
      const original = withId(elements, `Level_${commune}`);
      const copy = Object.assign(Object.create(Object.getPrototypeOf(original)), original, { id: 'Copy_1' });
      Object.assign(copy, { name: 'Bản sao', dataOutputAssociations: [], incoming: [] });
      const flow = withId(elements, `Down_${commune}`);
      const [sourceRef, targetRef] = [withId(elements, `Level_${district}`), copy];
      const way = Object.create(Object.getPrototypeOf(flow));
      Object.assign(way, { id: 'Flow_1', sourceRef, targetRef });
      elements.push(copy, way);
    });
    const copy = drawing.definition.nodes.at(-1);
    const original = drawing.definition.nodes.find(({ id }) => id === commune);
    expect(copy).toEqual({ ...original, id: `${commune}-2`, name: 'Bản sao' });
  });

  it('has other recipients for information', async () => {
    const moddle = await openModdle();
    const { rootElement } = await moddle.fromXML(await toBpmn(city));
    const process = many(rootElement, 'rootElements').find((each) => kindOf(each) === 'Process') ?? null;
    const note = many(process, 'artifacts').find((each) => kindOf(each) === 'TextAnnotation');
    Object.assign(note ?? {}, { text: 'Để biết: Sở Công Thương; Báo Bắc Kạn' });
    const { drawing } = valueOf(await fromBpmn((await moddle.toXML(rootElement)).xml));
    expect(drawing.definition.nodes[0]?.information.map(({ name }) => name)).toEqual([
      'Sở Công Thương',
      'Báo Bắc Kạn',
    ]);
  });

  it('falls back on what BPMN says where our details were damaged, and tells', async () => {
    const { drawing, notCarried } = await edited(chain, (elements) => {
      const extensions = one(withId(elements, `Level_${commune}`), 'extensionElements');
      Object.assign(many(extensions, 'values')[0] ?? {}, { json: '{"id":' });
    });
    expect(drawing.definition.nodes).toHaveLength(4);
    expect(sentences(notCarried)[0]).toContain('bị hỏng; chỉ giữ những gì BPMN ghi');
  });
});

describe('a file of another tool', () => {
  it('gives levels, ways down, chains, tasks and recipients for information', async () => {
    const { definition, directive } = valueOf(await fromBpmn(other)).drawing;
    expect(directive).toBeNull();
    expect(definition.title).toBe('Triển khai kế hoạch chuyển đổi số');
    expect(definition.summary).toBe('Kế hoạch năm 2025 của UBND tỉnh.');
    expect(definition.nodes.map(({ name, parent, chain: of }) => [name, parent, of])).toEqual([
      ['UBND tỉnh ban hành', null, 'state'],
      ['Sở Thông tin và Truyền thông', 'ubnd-tinh-ban-hanh', 'state'],
      ['UBND các huyện', 'ubnd-tinh-ban-hanh', 'state'],
      ['Mặt trận <b>các cấp</b>', 'ubnd-tinh-ban-hanh', 'front'],
      ['UBND các xã, phường', 'ubnd-cac-huyen', 'state'],
      ['Thanh tra', 'ubnd-tinh-ban-hanh', 'state'],
    ]);
    expect(definition.nodes[0]?.information.map(({ name }) => name)).toEqual(['Sở Tài chính', 'Báo tỉnh']);
    expect(definition.nodes[1]?.tasks.map(({ text }) => text)).toEqual(['Hướng dẫn kỹ thuật cho các huyện.']);
    expect(definition.layout.nodes).toEqual({});
  });

  it('tells everything that was left out, by its name', async () => {
    const { notCarried } = valueOf(await fromBpmn(other));
    expect(sentences(notCarried)).toEqual([
      '“UBND các huyện” có nhiều cấp trên: giữ “UBND tỉnh ban hành”, bỏ đường từ “Sở Thông tin và Truyền thông”.',
      'Đường từ “UBND các xã, phường” quay lại “UBND các huyện” nên bị bỏ.',
      '“Thanh tra” không có cấp trên nên được nối dưới “UBND tỉnh ban hành”.',
      'Nội dung bên trong “Mặt trận <b>các cấp</b>” không được giữ; chính nó là một cấp.',
      'Điều kiện rẽ nhánh tại “Có xã vùng cao?” không được giữ: mọi nhánh đều nhận văn bản.',
      '“Quá hạn 15/6” (BoundaryEvent): bản vẽ không có chỗ cho phần tử này.',
      '“Biểu mẫu 01” (DataObjectReference): bản vẽ không có chỗ cho phần tử này.',
      '“Ghi chú không nối vào đâu” (TextAnnotation): bản vẽ không có chỗ cho phần tử này.',
      '“Đăng tải” (MessageFlow): bản vẽ không có chỗ cho phần tử này.',
      'BPMN không ghi các cấp gồm đơn vị nào; tạm lấy theo tên, hãy kiểm tra: “Sở Thông tin và Truyền thông”, “UBND các huyện”, “Mặt trận <b>các cấp</b>”, “UBND các xã, phường”, “Thanh tra”.',
    ]);
  });

  it('may leave out what elements say of their flows, and hand over between pools by messages', async () => {
    const xml = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="x"><collaboration id="c">
      <participant id="p1" name="Chính quyền" processRef="a"/><participant id="p2" name="Mặt trận" processRef="b"/>
      <messageFlow id="m" sourceRef="t2" targetRef="s2"/></collaboration>
      <process id="a"><startEvent id="s1"/><task id="t1" name="Bộ"/><task id="t2" name="Sở"/>
      <sequenceFlow id="f1" sourceRef="s1" targetRef="t1"/><sequenceFlow id="f2" sourceRef="t1" targetRef="t2"/></process>
      <process id="b"><startEvent id="s2"/><task id="t3" name="Mặt trận xã"/>
      <sequenceFlow id="f3" sourceRef="s2" targetRef="t3"/></process></definitions>`;
    const { drawing, notCarried } = valueOf(await fromBpmn(xml));
    expect(drawing.definition.nodes.map(({ id, parent, chain: of }) => [id, parent, of])).toEqual([
      ['bo', null, 'state'],
      ['so', 'bo', 'state'],
      ['mat-tran-xa', 'so', 'front'],
    ]);
    expect(notCarried.map(({ code }) => code)).toEqual(['exchange.unitsUnknown']);
  });
});

describe('a hostile or damaged BPMN file', () => {
  const refusal = async (xml: string): Promise<string[]> => {
    const read = await fromBpmn(xml);
    return read.ok ? ['read'] : sentences(read.problems);
  };
  const opening = '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">';

  it('is refused for definitions of entities', async () => {
    const laughs = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>${opening}</definitions>`;
    expect(await refusal(laughs)).toEqual([expect.stringContaining('DOCTYPE')]);
    expect(await refusal(`<!-- ok --><!doctype html>${opening}`)).toEqual([
      expect.stringContaining('DOCTYPE'),
    ]);
  });

  it('is not refused for the word in a comment or a name', async () => {
    const xml = other
      .replace('Thanh tra', '&lt;!DOCTYPE x>')
      .replace('<process', '<!-- <!DOCTYPE y> --><process');
    expect(await refusal(xml)).toEqual(['read']);
  });

  it('is refused for nesting without end and for its size', async () => {
    const deep = `${opening}<process id="p">${'<subProcess>'.repeat(20_000)}`;
    expect(await refusal(deep)).toEqual([expect.stringContaining('quá 64 lớp')]);
    expect(await refusal(`${opening}${' '.repeat(6_000_000)}</definitions>`)).toEqual([
      expect.stringContaining('lớn hơn 5 MB'),
    ]);
  });

  it('is refused where the XML is damaged, with line and column', async () => {
    const xml = await toBpmn(chain);
    expect(await refusal(xml.slice(0, xml.length / 2))).toEqual([
      expect.stringMatching(/^Tệp BPMN bị hỏng|^Tệp XML không phải/),
    ]);
    expect(await refusal(other.replace('</userTask>', '</task>'))).toEqual([
      expect.stringMatching(/^Tệp BPMN bị hỏng tại dòng \d+, cột \d+\.$/),
    ]);
  });

  it('is refused when it is another XML, or holds no task', async () => {
    expect(await refusal('<svg xmlns="http://www.w3.org/2000/svg"><rect/></svg>')).toEqual([
      'Tệp XML không phải là BPMN 2.0.',
    ]);
    expect(await refusal(`${opening}<process id="p"><startEvent id="s"/></process></definitions>`)).toEqual([
      expect.stringContaining('không có công việc'),
    ]);
  });
});
