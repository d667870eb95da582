import { describe, expect, it } from '@jest/globals';
import { InvalidInputError } from '../../shared/errors.js';
import { canonicaliseUrl } from './canonicalise-url.js';

function codeOf(submitted: string): string {
  try {
    return canonicaliseUrl(submitted).canonical;
  } catch (error) {
    if (error instanceof InvalidInputError) return error.code;
    throw error;
  }
}

describe('links to other sites', () => {
  it.each([
    ['the host and scheme are lower case', 'HTTPS://News.Example/A', 'https://news.example/A'],
    ['the scheme stays', 'http://news.example/a', 'http://news.example/a'],
    ["the scheme's own port goes", 'https://news.example:443/a', 'https://news.example/a'],
    ['another port stays', 'http://127.0.0.1:8080/clip', 'http://127.0.0.1:8080/clip'],
    ['an international name becomes ASCII', 'https://مثال.إختبار/a', 'https://xn--mgbh0fb.xn--kgbechtv/a'],
    ['the dot that ends a full host name goes', 'https://news.example./a', 'https://news.example/a'],
    ['www. and m. stay', 'https://www.m.news.example/a', 'https://www.m.news.example/a'],
    ['an empty path becomes a slash', 'https://news.example', 'https://news.example/'],
    ['a trailing slash stays', 'https://news.example/a/', 'https://news.example/a/'],
    ['dot segments are resolved', 'https://news.example/a/./b/../c', 'https://news.example/a/c'],
    ['unreserved triplets are decoded', 'https://news.example/%7Euser/%41', 'https://news.example/~user/A'],
    [
      'other triplets are upper case',
      'https://news.example/a%2fb?c=%e2%82%ac',
      'https://news.example/a%2Fb?c=%E2%82%AC',
    ],
    [
      'a lone percent sign is written out',
      'https://news.example/100%/%%34%31',
      'https://news.example/100%25/%2541',
    ],
    ['Arabic is written in triplets', 'https://news.example/خبر', 'https://news.example/%D8%AE%D8%A8%D8%B1'],
    ['the place in the page goes', 'https://news.example/a#part', 'https://news.example/a'],
    ['a text fragment goes', 'https://news.example/a#:~:text=b/c', 'https://news.example/a'],
    ['a hash-bang route stays', 'https://news.example/#!/a/1', 'https://news.example/#!/a/1'],
    ['a hash route stays', 'https://news.example/app#/a/1', 'https://news.example/app#/a/1'],
    ['an empty query goes', 'https://news.example/a?', 'https://news.example/a'],
  ])('%s', (_, submitted, canonical) => {
    expect(canonicaliseUrl(submitted)).toMatchObject({
      canonical,
      platform: 'web',
      kind: 'page',
      postId: null,
    });
  });

  it('known tracking parameters go, in any case', () => {
    const submitted =
      'https://news.example/a?UTM_Source=x&id=7&fbclid=IwAR0&gclid=y&utm_custom=z&__cft__[0]=q';
    expect(canonicaliseUrl(submitted).canonical).toBe('https://news.example/a?id=7');
  });

  it('unknown parameters stay, repeated ones too, in the submitted order', () => {
    const submitted = 'https://news.example/a?b=2&a=1&b=1&t=5&s=6&ref=7&flag';
    expect(canonicaliseUrl(submitted).canonical).toBe(submitted);
  });

  it('invisible marks and blanks around a pasted link are not part of it', () => {
    expect(canonicaliseUrl(' \u200F\u2068https://news.example/a\u2069\u200E\r\n').canonical).toBe(
      'https://news.example/a',
    );
  });

  it.each(['clip.mp4', 'clip.MOV', 'a/b/clip.webm?token=1', 'live.m3u8', 'photo.jpeg'])(
    '%s is media',
    (path) => {
      expect(canonicaliseUrl(`https://files.example/${path}`)).toMatchObject({
        platform: 'web',
        kind: 'media',
      });
    },
  );

  it('a UUID of version 7 that ends the path is the post id', () => {
    const id = '017F22E2-79B0-7CC3-98C4-DC0C0C07398F';
    expect(canonicaliseUrl(`https://files.example/v/${id}.mp4`).postId).toBe(id.toLowerCase());
    expect(canonicaliseUrl(`https://files.example/v/${id.replace('-7C', '-4C')}`).postId).toBeNull();
  });

  it('the signature of a Facebook delivery host is not part of the file', () => {
    expect(
      canonicaliseUrl(
        'https://scontent-ams4-1.xx.fbcdn.net/v/t42.1790-2/1_n.mp4?_nc_cat=1&oh=00_A&oe=65F&vabr=7',
      ).canonical,
    ).toBe('https://scontent-ams4-1.xx.fbcdn.net/v/t42.1790-2/1_n.mp4?vabr=7');
  });

  it.each([
    ['a platform name on another port', 'https://www.youtube.com:8443/watch?v=dQw4w9WgXcQ'],
    ['a host that only ends like a platform', 'https://notx.com/a/status/1541815603606036480'],
    ['a platform as a subdomain of another host', 'https://t.me.example/examplechannel/4711'],
    ['a short number behind an account on an unknown host', 'https://news.example/@user/4711'],
  ])('%s is not that platform', (_, submitted) => {
    expect(canonicaliseUrl(submitted)).toMatchObject({ platform: 'web', kind: 'page', canonical: submitted });
  });

  it('a redirector that leads to something unacceptable stays a page', () => {
    const submitted = 'https://l.facebook.com/l.php?u=javascript%3Aalert(1)';
    expect(canonicaliseUrl(submitted).canonical).toBe(submitted);
  });

  it('a redirector within a redirector is followed to its end', () => {
    const inner = encodeURIComponent('https://youtu.be/dQw4w9WgXcQ');
    const middle = encodeURIComponent(`https://www.google.com/url?q=${inner}`);
    expect(canonicaliseUrl(`https://l.facebook.com/l.php?u=${middle}&h=AT0`).postId).toBe('dQw4w9WgXcQ');
  });
});

describe('links that are refused', () => {
  it.each([
    ['nothing', '', 'url_rejected'],
    ['blanks', '  \n', 'url_rejected'],
    ['plain text', 'see the clip', 'url_rejected'],
    ['a host without a scheme', 'www.youtube.com/watch?v=dQw4w9WgXcQ', 'url_rejected'],
    ['no host', 'https:///a', 'url_rejected'],
    ['one slash', 'https:/news.example/a', 'url_rejected'],
    ['only dots for a host', 'https://../a', 'url_rejected'],
    ['a user name', 'https://user@news.example/', 'url_rejected'],
    ['a password', 'https://user:secret@news.example/', 'url_rejected'],
    ['an empty user name', 'https://@news.example/', 'url_rejected'],
    ['a backslash before the host', 'https://good.example\\@bad.example/', 'url_rejected'],
    ['a null character', 'https://news.example/a\u0000b', 'url_rejected'],
    ['a line break inside', 'https://news.exam\nple/', 'url_rejected'],
    ['a direction override', 'https://news.example/\u202Egpj.exe', 'url_rejected'],
    ['half a surrogate pair', 'https://news.example/\uD800', 'url_rejected'],
    ['an impossible port', 'https://news.example:99999/', 'url_rejected'],
    ['a forbidden host character', 'https://news example/', 'url_rejected'],
    ['an impossible IPv4 address', 'https://1.2.3.4.5/', 'url_rejected'],
    ['more than 8 kB', `https://news.example/${'a'.repeat(8192)}`, 'url_rejected'],
    ['more than 8 kB once written in full', `https://news.example/${'خ'.repeat(2000)}`, 'url_rejected'],
    ['ftp', 'ftp://news.example/a.mp4', 'unsupported_url'],
    ['file', 'file:///etc/passwd', 'unsupported_url'],
    ['javascript', 'javascript:alert(1)', 'unsupported_url'],
    ['data', 'data:video/mp4;base64,AAAA', 'unsupported_url'],
    ['a Telegram application link', 'tg://resolve?domain=examplechannel&post=4711', 'unsupported_url'],
  ])('%s', (_, submitted, code) => {
    expect(codeOf(submitted)).toBe(code);
  });

  it('the refusal points at the field and says why', () => {
    expect(() => canonicaliseUrl('ftp://a')).toThrow(
      expect.objectContaining({
        errors: [{ path: 'url', message: 'Only http and https links can be fetched.' }],
      }),
    );
  });
});
