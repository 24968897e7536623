import { Definition, type DefinitionInput } from '#model';

const owes = (via: unknown = null) => [
  { report: 'r', due: { kind: 'none' }, ...(via === null ? {} : { via }) },
];
const office = { select: { kind: 'list', units: ['office'] } };

/** Province over district (through a focal point), Front and its communes, commune below the district. */
export const drawn = (change: (input: DefinitionInput) => void = () => undefined): Definition => {
  const kinds = (...unitKinds: string[]) => ({ kind: 'ofKind', unitKinds });
  const input = {
    formatVersion: 1,
    key: 'three',
    title: 'Ba cấp',
    reports: [{ id: 'r', title: 'Báo cáo', kind: 'thematic' }],
    nodes: [
      { id: 'top', name: 'Tỉnh', parent: null, select: { kind: 'root' } },
      { id: 'district', name: 'Huyện', parent: 'top', select: kinds('district'), obligations: owes(office) },
      {
        id: 'front',
        name: 'Mặt trận',
        parent: 'top',
        chain: 'front',
        select: kinds('front'),
        obligations: owes(),
      },
      { id: 'commune', name: 'Xã', parent: 'district', select: kinds('commune'), obligations: owes() },
      { id: 'cells', name: 'Chi hội', parent: 'front', chain: 'front', select: kinds('front') },
    ],
  } as DefinitionInput; // parsed below: what is wrong here fails every test
  change(input);
  return Definition.parse(input);
};
