import { describe, expect, it } from '@jest/globals';
import { childEnvironment } from './child-environment.js';

const appUrl = 'postgres://app@db/sightline';

describe('the environment of API, workers and match index', () => {
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
    for (const others of [{ appUrl, workerId: 'w' }, { appUrl }]) {
      const env = childEnvironment(others, outer);
      expect(Object.keys(env)).not.toContain('ADMIN_TOKEN');
      expect(Object.keys(env)).not.toContain('ADMIN_TOKEN_FILE');
    }
    expect(childEnvironment({ appUrl, port: 1, adminTokenFile: null }, outer)).toMatchObject(outer);
  });

  it('names the token file that the desk made when no setting gives a token', () => {
    const env = childEnvironment({ appUrl, adminTokenFile: '/data/admin-token' }, { ADMIN_TOKEN: '' });
    expect(env['ADMIN_TOKEN_FILE']).toBe('/data/admin-token');
    expect(env).not.toHaveProperty('ADMIN_TOKEN');
  });

  it('tells nobody but the API of the identity provider', () => {
    const env = { OIDC_CLIENT_SECRET: 'x', OIDC_ISSUER_FILE: '/run/issuer' };
    expect(childEnvironment({ appUrl }, env)).not.toHaveProperty('OIDC_CLIENT_SECRET');
    expect(childEnvironment({ appUrl, workerId: 'w' }, env)).not.toHaveProperty('OIDC_CLIENT_SECRET');
    expect(childEnvironment({ appUrl, workerId: 'w' }, env)).not.toHaveProperty('OIDC_ISSUER_FILE');
    expect(childEnvironment({ appUrl, port: 3000 }, env)).toMatchObject(env);
  });
});
