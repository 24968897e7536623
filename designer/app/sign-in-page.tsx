import { Button, Card, Center, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { useProviders } from '../api/session.ts';

/** `keeping`: something typed waits below; the way in is another window, and this one goes on by itself. */
export function SignInPage({ keeping = false }: { readonly keeping?: boolean }) {
  const { t } = useTranslation();
  const { pathname, search } = useLocation();
  const providers = useProviders();
  const provider = providers.data?.providers[0];
  return (
    <Center mih="70vh">
      <Card withBorder shadow="sm" padding="xl" maw={420} w="100%">
        <Stack>
          <img src="/icon.svg" width={48} height={48} alt="" />
          <Title order={1} size="h2">
            {t('app.name')}
          </Title>
          <Text>{t('session.lead')}</Text>
          <Text c="dimmed" size="sm">
            {provider?.embedded ? t('session.example') : t('session.needed')}
          </Text>
          {keeping ? <Text role="status">{t('session.keeping')}</Text> : null}
          {providers.isSuccess && !provider ? (
            <Text role="alert">{t('session.unavailable')}</Text>
          ) : (
            <Button
              component="a"
              size="md"
              href={`${provider?.login ?? '/auth/login'}?returnTo=${encodeURIComponent(pathname + search)}`}
              loading={providers.isPending}
              {...(keeping
                ? { target: '_blank', 'data-autofocus': true, 'data-mantine-stop-propagation': true }
                : {})}
            >
              {t('session.signIn')}
            </Button>
          )}
        </Stack>
      </Card>
    </Center>
  );
}
