import { generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider, type Context, type Grant } from 'oidc-provider';
import MemoryAdapter from 'oidc-provider/lib/adapters/memory_adapter.js';

export interface ProviderAccount {
  readonly subject: string;
  readonly email: string;
  readonly verified: boolean;
}

/** An OpenID Connect provider on loopback, which signs in whoever it is told to without asking. */
export interface IdentityProvider {
  readonly issuer: string;
  readonly port: number;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Who sits at the browser. */
  account: ProviderAccount;
  /** Answered by the token endpoint in the place of the real id token. */
  forgedIdToken: string | null;
  /** An id token with these claims, signed with the provider's key (or another one, or not at all). */
  idToken(claims: object, by?: 'provider' | 'stranger' | 'nobody'): string;
  close(): Promise<void>;
}

const KEY_ID = 'test';

export async function startIdentityProvider(options: {
  readonly redirectUri: string;
  readonly account: ProviderAccount;
}): Promise<IdentityProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const issuer = `http://127.0.0.1:${port}`;
  const [own, strange] = [rsaKey(), rsaKey()];
  const client = { clientId: 'desk', clientSecret: randomBytes(24).toString('base64url') };
  const idp: IdentityProvider = {
    issuer,
    port,
    ...client,
    account: options.account,
    forgedIdToken: null,
    idToken: (claims, by = 'provider') =>
      signedToken(claims, by === 'nobody' ? null : by === 'provider' ? own : strange),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  const provider = new Provider(issuer, configuration(idp, options.redirectUri, own));
  const answer = provider.callback();
  server.on('request', (request, response) => {
    const path = request.url ?? '';
    if (path.startsWith('/interaction/')) {
      provider
        .interactionFinished(request, response, { login: { accountId: idp.account.subject } })
        .catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined));
    } else if (path === '/token' && idp.forgedIdToken !== null) {
      response.setHeader('content-type', 'application/json');
      response.end(
        JSON.stringify({ access_token: 'forged', token_type: 'Bearer', id_token: idp.forgedIdToken }),
      );
    } else {
      answer(request, response);
    }
  });
  return idp;
}

function configuration(idp: IdentityProvider, redirectUri: string, key: KeyObject): object {
  return {
    clients: [{ client_id: idp.clientId, client_secret: idp.clientSecret, redirect_uris: [redirectUri] }],
    jwks: { keys: [{ ...key.export({ format: 'jwk' }), kid: KEY_ID, alg: 'RS256', use: 'sig' }] },
    ttl: { Interaction: 60, Grant: 60, Session: 60, AccessToken: 60, IdToken: 60, AuthorizationCode: 60 },
    cookies: { keys: [randomBytes(24).toString('hex')] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    findAccount: (_: unknown, accountId: string) => ({
      accountId,
      claims: () => ({ sub: accountId, email: idp.account.email, email_verified: idp.account.verified }),
    }),
    // The library warns at length of its own default by name.
    adapter: class extends MemoryAdapter {},
    // Nobody is there to consent.
    loadExistingGrant: async ({ oidc }: Context): Promise<Grant> => {
      const grant = new oidc.provider.Grant({
        clientId: oidc.client.clientId,
        accountId: oidc.session.accountId,
      });
      grant.addOIDCScope('openid email');
      await grant.save();
      return grant;
    },
  };
}

function rsaKey(): KeyObject {
  return generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
}

function signedToken(claims: object, key: KeyObject | null): string {
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
  const header = key === null ? { alg: 'none' } : { alg: 'RS256', kid: KEY_ID };
  const text = `${encode(header)}.${encode(claims)}`;
  return `${text}.${key === null ? '' : sign('sha256', Buffer.from(text), key).toString('base64url')}`;
}
