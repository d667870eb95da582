import { Injectable } from '@nestjs/common';
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  type Configuration,
  type CustomFetch,
} from 'openid-client';
import { fetch as undiciFetch, type RequestInit as UndiciRequestInit } from 'undici';
import type { Config, OidcSettings } from '../../platform/config/config.js';
import { EgressGuard, parseEgressAllow } from '../../platform/egress/index.js';
import { UnauthenticatedError, UnavailableError } from '../../platform/http/http-errors.js';
import { InjectConfig } from '../../platform/platform.tokens.js';
import { NotFoundError } from '../../shared/errors.js';
import { API_PATH } from '../api-path.js';

/** What must still be known when the browser comes back. */
export interface OidcRound {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Whom the provider vouches for. */
export interface OidcPerson {
  readonly issuer: string;
  readonly subject: string;
  /** Null when the provider has not checked it. */
  readonly verifiedEmail: string | null;
}

/** The identity provider of the settings, asked through the egress guard. */
@Injectable()
export class OidcProvider {
  readonly #guard: EgressGuard;
  #known: Promise<Configuration> | undefined;

  constructor(@InjectConfig() private readonly config: Config) {
    this.#guard = new EgressGuard(parseEgressAllow(config.egressAllow));
  }

  get isConfigured(): boolean {
    return this.config.oidc !== null;
  }

  /** @throws NotFoundError `oidc_not_configured`. */
  requireConfigured(): OidcSettings {
    if (this.config.oidc === null)
      throw new NotFoundError('oidc_not_configured', 'This desk knows no identity provider.');
    return this.config.oidc;
  }

  /** Where to send the browser: authorization code with PKCE, state and nonce (RFC 9700 §2.1.1). */
  async begin(): Promise<{ url: URL; round: OidcRound }> {
    const round = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
    const url = buildAuthorizationUrl(await this.#configuration(), {
      redirect_uri: this.#callback.href,
      scope: 'openid email',
      code_challenge: await calculatePKCECodeChallenge(round.verifier),
      code_challenge_method: 'S256',
      state: round.state,
      nonce: round.nonce,
    });
    return { url, round };
  }

  /**
   * @param query of the request with which the browser came back
   * @throws UnauthenticatedError `oidc_failed` when state, nonce, issuer, audience, signature or code are not what they must be
   */
  async finish(query: string, round: OidcRound): Promise<OidcPerson> {
    const configuration = await this.#configuration();
    const url = new URL(this.#callback);
    url.search = query;
    try {
      const tokens = await authorizationCodeGrant(configuration, url, {
        expectedState: round.state,
        expectedNonce: round.nonce,
        pkceCodeVerifier: round.verifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (claims === undefined) throw new Error('no id token');
      const { iss: issuer, sub: subject } = claims;
      // Providers that go by the letter give the address to userinfo alone (OpenID Connect Core §5.4).
      const about =
        claims.email === undefined && configuration.serverMetadata().userinfo_endpoint !== undefined
          ? await fetchUserInfo(configuration, tokens.access_token, subject)
          : claims;
      const { email, email_verified: isVerified } = about;
      return {
        issuer,
        subject,
        verifiedEmail: isVerified === true && typeof email === 'string' ? email : null,
      };
    } catch (cause) {
      throw new UnauthenticatedError(
        'oidc_failed',
        'The identity provider did not sign you in.',
        {},
        { cause },
      );
    }
  }

  get #callback(): URL {
    if (this.config.publicUrl === null) throw new Error('the settings let OIDC be without PUBLIC_URL');
    return new URL(`${API_PATH}/session/oidc/callback`, this.config.publicUrl);
  }

  /** Asked for once; after a failure anew, as the provider may be back. */
  async #configuration(): Promise<Configuration> {
    const settings = this.requireConfigured();
    this.#known ??= this.#discover(settings);
    try {
      return await this.#known;
    } catch (cause) {
      this.#known = undefined;
      throw new UnavailableError('oidc_unavailable', 'The identity provider does not answer.', {}, { cause });
    }
  }

  #discover({ issuer, clientId, clientSecret }: OidcSettings): Promise<Configuration> {
    return discovery(issuer, clientId, clientSecret, undefined, {
      [customFetch]: guardedFetch(this.#guard),
      timeout: 10,
      execute: [
        // The signature is checked as well, not only the connection that brought it (OpenID Connect Core §3.1.3.7, 6).
        enableNonRepudiationChecks,
        // Plain http is for providers on this machine or network, which EGRESS_ALLOW must open anyway.
        ...(issuer.protocol === 'http:' ? [allowInsecureRequests] : []),
      ],
    });
  }
}

/** Each request on a connection of its own: these are few, and none must outlive the API. */
function guardedFetch(guard: EgressGuard): CustomFetch {
  return async (url, options) => {
    guard.checkUrl(url);
    const dispatcher = guard.dispatcher();
    try {
      const { signal, ...rest } = options;
      const init = { ...rest, ...(signal === undefined ? {} : { signal }), dispatcher } as UndiciRequestInit;
      const answer = await undiciFetch(url, init);
      const body = await answer.arrayBuffer();
      return new Response(isBodyless(answer.status) ? null : body, {
        status: answer.status,
        headers: [...answer.headers],
      });
    } finally {
      await dispatcher.close();
    }
  };
}

/** `Response` refuses a body, even an empty one, for these (Fetch §2.2.3). */
function isBodyless(status: number): boolean {
  return [204, 205, 304].includes(status);
}
