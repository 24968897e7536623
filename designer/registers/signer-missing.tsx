import { Alert, Button, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '#model';
import { sentenceFor } from '#model/sentences/index';
import type { PartPath } from '../letter/letter-part.tsx';

interface SignerMissingProps {
  /** Of the letter as it stands on the page, from `signerProblems`. */
  readonly problems: readonly Problem[];
  /** To the field that lacks it; absent where the letter is only read. */
  readonly goTo?: ((path: PartPath) => void) | undefined;
}

/** Said before the press that would be refused. */
export function SignerMissing({ problems, goTo }: SignerMissingProps) {
  const { t, i18n } = useTranslation();
  const [first] = problems;
  if (first === undefined) return null;
  const language = i18n.language === 'en' ? 'en' : 'vi';
  return (
    <Alert color="yellow" icon={<IconAlertTriangle aria-hidden />} role="note" py="xs">
      {problems.map((each) => (
        <Text key={each.code} size="sm">
          {sentenceFor(each, language)}
        </Text>
      ))}
      {goTo === undefined ? null : (
        <Button mt={6} size="compact-sm" variant="default" onClick={() => goTo(first.path)}>
          {t('registers.letter.toSignature')}
        </Button>
      )}
    </Alert>
  );
}
