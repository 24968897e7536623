import { parseDocumentCode } from '#engine';
import { fold } from '#model/fold';
import { valueAt } from './at-path.ts';
import { fix, nodeAt, type Offer, type Offers, set, setIt } from './fix.ts';

/** "Lưu: VT": the issuing body's own records office. */
const archive: Offer = () => [
  fix('archive', ({ directive }) => {
    directive?.recipients.push({ name: 'VT', purpose: 'archive', unit: null, sameAsAddressees: false });
  }),
];

/** An addressee of that name that is bound to nothing is the one; otherwise the group is named anew. */
const address: Offer = (found) => {
  const node = nodeAt(found);
  if (node === undefined) return [];
  return [
    fix(
      'address',
      ({ directive }) => {
        const same = directive?.addressees.find(
          (each) => each.node === null && fold(each.text) === fold(node.name),
        );
        if (same !== undefined) same.node = node.id;
        else directive?.addressees.push({ text: node.name, node: node.id });
      },
      { level: node.name },
    ),
  ];
};

/** A code written by the grammar of another system names that system. */
const otherSystem: Offer = ({ problem: { path }, drawing }) => {
  const code = valueAt(drawing, path);
  if (typeof code !== 'string') return [];
  const systems = ['state', 'party', 'front'] as const;
  const fitting = systems.find((system) => parseDocumentCode(code, system).ok);
  return fitting === undefined ? [] : [set(`system_${fitting}`, [...path.slice(0, -1), 'system'], fitting)];
};

export const LETTER_FIXES: Offers = {
  'directive.archiveMissing': archive,
  'directive.addresseeUnknown': setIt('unbind', null),
  'directive.addresseesNotForAction': setIt('forAction', 'forAction'),
  'directive.groupNotAddressed': address,
  'directive.codeOfOtherSystem': otherSystem,
};
