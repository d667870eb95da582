import { describe, expect, it } from '@jest/globals';
import { childEnvironment } from './child-environment.js';

const appUrl = 'postgres://app@db/sightline';

describe('the environment of API and workers', () => {
  it('never holds the owner’s database URL', () => {
    const env = childEnvironment(
      { appUrl },
      { DATABASE_URL: 'postgres://owner', DATABASE_URL_FILE: '/run/owner' },
    );
    expect(env).toMatchObject({ DATABASE_URL: appUrl });
    expect(env).not.toHaveProperty('DATABASE_URL_FILE');
  });

  it('gives the administrator’s token to the API alone', () => {
    const outer = { ADMIN_TOKEN: 'secret', ADMIN_TOKEN_FILE: '/run/token' };
    expect(childEnvironment({ appUrl, workerId: 'w' }, outer)).not.toMatchObject(outer);
    expect(childEnvironment({ appUrl, port: 1, adminTokenFile: null }, outer)).toMatchObject(outer);
  });

  it('names the token file that the desk made when no setting gives a token', () => {
    const env = childEnvironment({ appUrl, adminTokenFile: '/data/admin-token' }, { ADMIN_TOKEN: '' });
    expect(env['ADMIN_TOKEN_FILE']).toBe('/data/admin-token');
    expect(env).not.toHaveProperty('ADMIN_TOKEN');
  });

  it('tells workers nothing of the identity provider', () => {
    const env = { OIDC_CLIENT_SECRET: 'x', OIDC_ISSUER_FILE: '/run/issuer' };
    expect(childEnvironment({ appUrl, workerId: 'w' }, env)).not.toHaveProperty('OIDC_CLIENT_SECRET');
    expect(childEnvironment({ appUrl, workerId: 'w' }, env)).not.toHaveProperty('OIDC_ISSUER_FILE');
    expect(childEnvironment({ appUrl, port: 3000 }, env)).toMatchObject(env);
  });
});
