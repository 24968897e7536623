import type { Unit } from '#model';

export interface CodeQuestion {
  readonly kind?: string;
  readonly chain: string;
  readonly code: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

/** Units by id and by code; codes repeat across kinds and eras, so a code is asked with both. */
export class UnitIndex {
  readonly #byId: ReadonlyMap<string, Unit>;
  readonly #byCode = new Map<string, Unit[]>();

  constructor(units: readonly Unit[]) {
    this.#byId = new Map(units.map((unit) => [unit.id, unit]));
    for (const unit of units) {
      const same = this.#byCode.get(unit.code);
      if (same) same.push(unit);
      else this.#byCode.set(unit.code, [unit]);
    }
  }

  byId(id: string): Unit | null {
    return this.#byId.get(id) ?? null;
  }

  /** The one unit of that code (and kind, if asked) valid at some day of the interval. */
  byCode(question: CodeQuestion): Unit | null | 'several' {
    const found = this.allByCode(question);
    return found.length > 1 ? 'several' : (found[0] ?? null);
  }

  allByCode(question: CodeQuestion): Unit[] {
    if (question.code === '') return [];
    return (this.#byCode.get(question.code) ?? []).filter(
      (unit) =>
        unit.chain === question.chain &&
        (question.kind === undefined || unit.kind === question.kind) &&
        overlaps(unit, question),
    );
  }
}

type Validity = Pick<Unit, 'validFrom' | 'validTo'>;

/** Some day lies in both. */
export function overlaps(a: Validity, b: Validity): boolean {
  return (a.validFrom ?? '') <= (b.validTo ?? '9999') && (b.validFrom ?? '') <= (a.validTo ?? '9999');
}
