import type { Config } from '../platform/config/config.js';

/** `scheme://host[:port]` under which people reach the desk: as set, else where it listens on this machine. */
export function deskOrigin(config: Pick<Config, 'publicUrl' | 'host' | 'port'>): string {
  if (config.publicUrl !== null) return config.publicUrl.origin;
  const host = { '0.0.0.0': '127.0.0.1', '::': '::1' }[config.host] ?? config.host;
  return `http://${host.includes(':') ? `[${host}]` : host}:${config.port}`;
}
