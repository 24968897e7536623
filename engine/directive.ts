import type { CivilDate, Definition, Directive, Instant, PartialDate, Problem } from '#model';
import { problem, warning } from '#model/problem';
import { civilDate, civilDateOf, formatDate } from './civil.ts';
import { isNotation, parseDocumentCode } from './document-code.ts';
import { under } from './due.ts';

/** What a directive alone can show. A draft may lack its number, date and signature. */
export function validateDirective(directive: Directive): Problem[] {
  const problems: Problem[] = [];
  if (!isNotation(directive.codeNotation, directive.system)) {
    problems.push(
      problem('directive.notationMalformed', ['codeNotation'], { value: directive.codeNotation }),
    );
  }
  if (directive.codeNumber !== null && earliest(directive.issuedDate) === null) {
    problems.push(warning('directive.numberWithoutDate', ['issuedDate'], { number: directive.codeNumber }));
  }
  if (directive.signature === null) problems.push(warning('directive.unsigned', ['signature']));
  if (!directive.recipients.some(({ purpose }) => purpose === 'archive')) {
    problems.push(warning('directive.archiveMissing', ['recipients']));
  }
  directive.recipients.forEach((recipient, index) => {
    if (recipient.sameAsAddressees && recipient.purpose !== 'forAction') {
      problems.push(
        problem('directive.addresseesNotForAction', ['recipients', index, 'purpose'], {
          name: recipient.name,
        }),
      );
    }
  });
  directive.legalBasis.forEach((basis, index) => {
    const path = ['legalBasis', index, 'documentCode'];
    if (basis.documentCode !== null) {
      const code = parseDocumentCode(basis.documentCode, basis.system);
      if (!code.ok) problems.push(...under(path, code.problems));
    }
    const basisDate = earliest(basis.issuedDate);
    const issued = latest(directive.issuedDate);
    if (basisDate !== null && issued !== null && basisDate > issued) {
      const params = {
        code: basis.documentCode ?? basis.body,
        date: formatDate(basisDate),
        issued: formatDate(issued),
      };
      problems.push(problem('directive.basisAfterIssue', ['legalBasis', index, 'issuedDate'], params));
    }
  });
  return problems;
}

/** Kính gửi against the drawing: each entry is bound to a group that exists; each first group is named. */
export function validateAddressees(directive: Directive, definition: Definition): Problem[] {
  const problems: Problem[] = [];
  const nodes = new Set(definition.nodes.map((node) => node.id));
  const addressed = new Set<string>();
  directive.addressees.forEach(({ text, node }, index) => {
    if (node === null) return;
    addressed.add(node);
    if (!nodes.has(node))
      problems.push(problem('directive.addresseeUnknown', ['addressees', index, 'node'], { text, node }));
  });
  const root = definition.nodes.find((node) => node.parent === null);
  definition.nodes.forEach((node, index) => {
    if (root === undefined || node.parent !== root.id || addressed.has(node.id)) return;
    problems.push(warning('directive.groupNotAddressed', ['nodes', index], { level: node.name }));
  });
  return problems;
}

/** A campaign that starts before its letter is dated: possible in a rehearsal, worth saying always. */
export function issueWarnings(directive: Directive, startAt: Instant): Problem[] {
  const issued = earliest(directive.issuedDate);
  const start = civilDateOf(startAt);
  if (issued === null || issued <= start) return [];
  return [
    warning('directive.issuedAfterStart', ['startAt'], {
      issued: formatDate(issued),
      start: formatDate(start),
    }),
  ];
}

/** The first day that a partly known date can mean. */
function earliest(date: PartialDate | null): CivilDate | null {
  return date === null ? null : civilDate(date.year, date.month ?? 1, date.day ?? 1);
}

/** The last day that a partly known date can mean (31 also for shorter months: only compared, never shown as exact). */
function latest(date: PartialDate | null): CivilDate | null {
  return date === null ? null : civilDate(date.year, date.month ?? 12, date.day ?? 31);
}
