import { pino, type Logger } from 'pino';

/** Ids only: credentials, addresses and what people wrote never reach the log. */
export const REDACTED = [
  'req.headers.authorization',
  'req.headers.cookie',
  'req.remoteAddress',
  'req.remotePort',
  'headers.authorization',
  '*.token',
  '*.password',
];

export function createLogger(name: string, level: string): Logger {
  return pino({ name, level, redact: { paths: REDACTED, censor: '(redacted)' } });
}
