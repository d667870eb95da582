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
});
