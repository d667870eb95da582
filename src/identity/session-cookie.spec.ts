import { expect, it } from '@jest/globals';
import { loadConfig } from '../platform/config/config.js';
import { SessionCookie } from './session-cookie.js';

it.each([
  [undefined, 'sightline_session', false],
  ['http://desk.lan:3000', 'sightline_session', false],
  ['https://desk.example.org', '__Host-sightline_session', true],
])('at %s the cookie is %s, secure: %s', (PUBLIC_URL, name, secure) => {
  const cookie = new SessionCookie(loadConfig({ PUBLIC_URL }));
  expect([cookie.name, cookie.attributes.secure]).toEqual([name, secure]);
});
