import { expect, it } from '@jest/globals';
import { suggestedFileName } from './suggested-name.js';

it.each([
  ['https://a.example/x/clip%20one.mp4?sig=1', 'clip one.mp4'],
  ['https://a.example/%2e%2e%2fetc%2fpasswd', '_etc_passwd'],
  ['https://a.example/100%.mp4', '100%.mp4'],
  ['https://a.example/a%00b%E2%80%AEgpj.exe', 'a_b_gpj.exe'],
  ['https://a.example/.htaccess', 'htaccess'],
  ['https://a.example/', undefined],
  [`https://a.example/${'x'.repeat(500)}`, 'x'.repeat(120)],
])('the name shown for %s is %j', (url, name) => expect(suggestedFileName(new URL(url))).toBe(name));
