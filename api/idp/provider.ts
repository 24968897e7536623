import { exportJWK, generateKeyPair } from 'jose';
import { randomBytes } from 'node:crypto';
import Provider, { type Configuration } from 'oidc-provider';

export interface ExampleOfficial {
  readonly subject: string;
  readonly name: string;
  readonly unitName: string;
  readonly roles: readonly string[];
}

interface EmbeddedIdentity {
  readonly publicUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/**
 * The identity provider of the embedded default: signs example officials in without a password, so
 * that a newcomer sees every role in two clicks. Everything it knows is in memory and new at each
 * start. `api/settings.ts` refuses it in production and on any host but loopback.
 */
export async function createEmbeddedProvider({
  publicUrl,
  clientId,
  clientSecret,
}: EmbeddedIdentity): Promise<Provider> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const key = { ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig', kid: 'embedded' };
  const configuration: Configuration = {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [`${publicUrl}/auth/callback`],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    jwks: { keys: [key] },
    cookies: { keys: [randomBytes(32).toString('base64url')] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
    interactions: { url: (_ctx, interaction) => `/idp/interaction/${interaction.uid}` },
    findAccount: (_ctx, subject) => ({ accountId: subject, claims: () => ({ sub: subject }) }),
    // the only client is this application itself: nobody needs to consent to it
    loadExistingGrant: async (ctx) => {
      const { client, account } = ctx.oidc;
      if (client === undefined || account === undefined) return undefined;
      const grant = new ctx.oidc.provider.Grant({ clientId: client.clientId, accountId: account.accountId });
      grant.addOIDCScope('openid profile');
      await grant.save();
      return grant;
    },
    ttl: {
      Session: 3600,
      Interaction: 600,
      Grant: 3600,
      AccessToken: 600,
      IdToken: 600,
      AuthorizationCode: 60,
    },
    renderError: (ctx) => {
      ctx.type = 'text';
      ctx.body = 'Đăng nhập không thành công. Mở lại trang và bấm Đăng nhập.';
    },
  };
  return new Provider(`${publicUrl}/idp`, configuration);
}
