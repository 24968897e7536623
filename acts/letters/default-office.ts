import type { Colleague } from '#db';
import { withoutType } from '#engine/document-code';
import { isOfficialLetter } from '#engine/letter-wording';
import type { Directive, Office } from '#model';

/** What is known of a unit whose office has been set by nobody. */
export interface KnownUnit {
  readonly name: string;
  readonly kind: string;
  readonly chain: string;
  /** From the top down to its parent. */
  readonly ancestors: readonly { readonly name: string; readonly kind: string }[];
}

const TERRITORIES = new Set(['province', 'district', 'commune']);
const TYPE_OF_TERRITORY = /^(thành phố|thị xã|thị trấn|đặc khu|tỉnh|huyện|quận|phường|xã)\s+/iu;

/** A unit's name as letters write it: a territory speaks through its people's committee. */
export function bodyName({ name, kind }: Pick<KnownUnit, 'name' | 'kind'>): string {
  if (!TERRITORIES.has(kind)) return name;
  return `UBND ${name.replace(TYPE_OF_TERRITORY, (type) => type.toLowerCase())}`;
}

/**
 * How a unit's letters look until somebody says it: as the directive that it issued last, else derived from
 * its name and its place in the tree. The approval is the usual one: a leader approves, not his own work.
 */
export function defaultOffice(
  unit: KnownUnit,
  last: Directive | null,
  signer: string | null = null,
): Omit<Office, 'approval'> {
  const usual = signing(unit);
  if (last !== null) {
    const { issuingBody, parentBody, codeNotation, system, place, signature } = last;
    return {
      issuingBody,
      parentBody,
      // its letters are công văn, whatever type that one was of
      notation: isOfficialLetter(last) ? codeNotation : withoutType(codeNotation),
      system,
      place,
      // one who let it be signed by hand left the block out
      signatureTitles: signature?.titles ?? usual.titles,
      signatureAuthority: signature?.authority ?? usual.authority,
      signerName: signature === null ? signer : signature.name,
    };
  }
  const territory = TERRITORIES.has(unit.kind);
  const parent = unit.ancestors.at(-1);
  return {
    issuingBody: territory ? `Ủy ban nhân dân ${bodyName(unit).slice('UBND '.length)}` : unit.name,
    // a people's committee, a ministry and the Front stand alone at the head of their letters
    parentBody:
      territory || unit.chain !== 'state' || unit.kind === 'ministry' || parent === undefined
        ? null
        : bodyName(parent),
    notation: territory ? 'UBND' : isFront(unit) ? 'MTTQ-BTT' : abbreviation(unit.name),
    system: unit.chain === 'party' || unit.chain === 'front' ? unit.chain : 'state',
    place: placeOf(unit),
    signatureTitles: usual.titles,
    signatureAuthority: usual.authority,
    signerName: signer,
  };
}

/**
 * Who signs until somebody says it: the only leader of the house, unless his post calls him a deputy. Of several
 * nobody is guessed.
 */
export function onlyLeader(people: readonly Pick<Colleague, 'name' | 'title' | 'roles'>[]): string | null {
  const [leader, ...others] = people.filter(({ roles }) => roles.includes('leader'));
  return leader === undefined || others.length > 0 || /^phó\s/iu.test(leader.title) ? null : leader.name;
}

/** A committee of the Front speaks through its standing board, Ban Thường trực. */
const isFront = ({ name, chain }: Pick<KnownUnit, 'name' | 'chain'>): boolean =>
  chain === 'front' && /^(?:ủy|uỷ) ban (?:mttq|mặt trận tổ quốc)(?!\p{L})/iu.test(name);

/** Địa danh: the territory itself, or the one that the body stands in; a body outside the tree may name it. */
function placeOf({ name, kind, ancestors }: KnownUnit): string {
  const at = [...ancestors, { name, kind }].findLast((each) => TERRITORIES.has(each.kind));
  if (at !== undefined) return at.name.replace(TYPE_OF_TERRITORY, '');
  return (
    /\s(?:thành phố|thị xã|thị trấn|đặc khu|tỉnh|huyện|quận|phường|xã)\s+(\S.*)$/iu.exec(name)?.[1] ?? ''
  );
}

/** The five tone marks; the marks that make another letter (Ă, Ô, Ư) are none of them. */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;
const withoutTone = (letter: string): string => letter.normalize('NFD').replace(TONES, '').normalize('NFC');

/**
 * Initials of the name up to the territory in it, words in capitals whole: `Phòng Kinh tế thành phố …` → `PKT`,
 * `Trung tâm GDNN-GDTX …` → `TTGDNNGDTX`.
 */
function abbreviation(name: string): string {
  const own = name.replace(/\s+(thành phố|thị xã|đặc khu|tỉnh|huyện|quận|phường|xã)\s.*$/iu, '');
  const words = own.split(/[^\p{L}\d&]+/u).filter((word) => word !== '' && word !== 'và');
  const initials = words.map((word) =>
    /^\p{Lu}{2,}$/u.test(word) ? word : withoutTone(word.slice(0, 1)).toUpperCase(),
  );
  return initials.join('').slice(0, 12) || 'VP';
}

const TITLES: readonly (readonly [RegExp, string])[] = [
  [/^bộ\s/iu, 'BỘ TRƯỞNG'],
  [/^cục\s/iu, 'CỤC TRƯỞNG'],
  [/^(sở|trung tâm|công ty)\s/iu, 'GIÁM ĐỐC'],
  [/^phòng\s/iu, 'TRƯỞNG PHÒNG'],
  [/^ban\s/iu, 'TRƯỞNG BAN'],
  [/^trường\s/iu, 'HIỆU TRƯỞNG'],
];

function signing({ name, kind, chain }: KnownUnit): {
  authority: Office['signatureAuthority'];
  titles: string[];
} {
  if (TERRITORIES.has(kind)) return { authority: ['TM'], titles: ['ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'] };
  if (chain === 'front') return { authority: ['TM'], titles: ['BAN THƯỜNG TRỰC', 'CHỦ TỊCH'] };
  const title = TITLES.find(([pattern]) => pattern.test(name))?.[1];
  return { authority: [], titles: title === undefined ? [] : [title] };
}
