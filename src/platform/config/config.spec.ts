import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ConfigError, loadConfig } from './config.js';

describe('loadConfig', () => {
  it('gives the documented defaults for an empty environment', () => {
    expect(loadConfig({})).toMatchObject({
      host: '127.0.0.1',
      port: 3000,
      databaseUrl: null,
      redisUrl: null,
      maxClipBytes: 4 * 1024 ** 3,
      maxClipSeconds: 21_600,
      codecPolicy: 'common',
      sandboxMinTier: 1,
    });
  });

  it('names every wrong setting and never prints its value', () => {
    const secret = 'short-secret';
    const load = () => loadConfig({ PORT: '70000', ADMIN_TOKEN: secret });
    expect(load).toThrow(ConfigError);
    expect(load).toThrow(/PORT[^]*ADMIN_TOKEN|ADMIN_TOKEN[^]*PORT/);
    expect(load).not.toThrow(new RegExp(secret));
  });

  it('reads a setting from the file that NAME_FILE names', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'config-')), 'token');
    writeFileSync(path, 'a-token-that-is-long-enough\n');
    expect(loadConfig({ ADMIN_TOKEN_FILE: path }).adminToken).toBe('a-token-that-is-long-enough');
  });

  it('refuses S3 storage plainly instead of ignoring it', () => {
    expect(() => loadConfig({ STORAGE_URL: 's3://bucket/prefix' })).toThrow(/STORAGE_URL/);
  });

  it('takes the identity provider’s settings together or not at all', () => {
    const oidc = { OIDC_ISSUER: 'https://id.example.org', OIDC_CLIENT_ID: 'desk', OIDC_CLIENT_SECRET: 'x' };
    expect(() => loadConfig(oidc)).toThrow(/PUBLIC_URL/);
    expect(() => loadConfig({ OIDC_CLIENT_SECRET: 'x', PUBLIC_URL: 'https://d.example' })).toThrow(
      /OIDC_ISSUER/,
    );
    expect(loadConfig({ ...oidc, PUBLIC_URL: 'https://desk.example.org' }).oidc?.issuer.host).toBe(
      'id.example.org',
    );
  });

  it.each(['ftp://desk.example.org', 'https://desk.example.org/below', 'desk.example.org'])(
    'refuses %s as the public address',
    (PUBLIC_URL) => {
      expect(() => loadConfig({ PUBLIC_URL })).toThrow(/PUBLIC_URL/);
    },
  );
});
