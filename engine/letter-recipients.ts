import type { Recipient } from '#model';

const PURPOSE: Readonly<Record<Recipient['purpose'], string>> = {
  forAction: '(t/h)',
  forReport: '(b/c)',
  forInformation: '(để biết)',
  forCoordination: '(p/h)',
  publication: '(đăng tải)',
  archive: '',
};

/** Nơi nhận: one line each, the archive last and in one line; `at` says which entries a line stands for. */
export function recipientLines(
  recipients: readonly Recipient[],
): readonly { readonly at: number; readonly text: string }[] {
  const told = recipients.flatMap((each, at) =>
    each.purpose === 'archive' ? [] : [{ at, text: `- ${recipientText(each)}` }],
  );
  const kept = recipients.flatMap(({ name, purpose }, at) => (purpose === 'archive' ? [{ at, name }] : []));
  const [first] = kept;
  const lines =
    first === undefined
      ? told
      : [...told, { at: first.at, text: `- Lưu: ${kept.map(({ name }) => name).join(', ')}` }];
  return lines.map((line, index) => ({
    ...line,
    text: `${line.text}${index === lines.length - 1 ? '.' : ';'}`,
  }));
}

function recipientText({ name, purpose, sameAsAddressees }: Recipient): string {
  // "Như trên" are those who act: the purpose goes without saying, as it does where the name says it
  if ((sameAsAddressees && purpose === 'forAction') || name.endsWith(')')) return name;
  return `${name} ${PURPOSE[purpose]}`.trim();
}
