import * as oidc from 'openid-client';

export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The provider runs inside this process on loopback (embedded default only): plain HTTP is then allowed. */
  readonly embedded: boolean;
}

/** How a person signs in here, as `/api/me` and the sign-in page tell it. */
export interface Provider {
  readonly name: string;
  readonly settings: OidcSettings;
  readonly configuration: () => Promise<oidc.Configuration>;
}

/** Asks the provider for its addresses once, at the first sign-in; a failure is asked again the next time. */
export function createProvider(settings: OidcSettings): Provider {
  let known: Promise<oidc.Configuration> | null = null;
  const discover = () =>
    oidc.discovery(new URL(settings.issuer), settings.clientId, settings.clientSecret, undefined, {
      timeout: 10,
      ...(settings.embedded ? { execute: [oidc.allowInsecureRequests] } : {}),
    });
  return {
    name: settings.embedded ? 'Cán bộ ví dụ' : new URL(settings.issuer).host,
    settings,
    configuration: () => {
      known ??= discover().catch((error: unknown) => {
        known = null;
        throw error;
      });
      return known;
    },
  };
}
