import { describe, expect, it } from '@jest/globals';
import { pageText } from './page-text.js';
import { readPage } from './page-video.js';

const HERE = new URL('https://site.example/posts/1');
const videos = (html: string) => readPage(html, HERE).videoUrls;

describe('the video of a page', () => {
  it.each([
    ['Open Graph', '<meta property="og:video" content="/a.mp4">'],
    ['Open Graph, secure', '<meta property="og:video:secure_url" content="https://site.example/a.mp4">'],
    ['a Twitter card', '<meta name="twitter:player:stream" content="/a.mp4">'],
    ['a video element', '<body><video src="../a.mp4"></video>'],
    ['a source element', '<video><source src="/a.mp4"></video>'],
    ['a base element', '<base href="https://site.example/x/"><video src="../a.mp4"></video>'],
    ['JSON-LD', '<script type="application/ld+json">{"@type":"VideoObject","contentUrl":"/a.mp4"}</script>'],
    [
      'JSON-LD in a graph',
      '<script type="application/ld+json">{"@graph":[{"video":[{"@type":["X","VideoObject"],"contentUrl":["/a.mp4"]}]}]}</script>',
    ],
  ])('is read from %s', (_, html) => expect(videos(html)).toEqual(['https://site.example/a.mp4']));

  it('is named once, the surest way first', () => {
    const html = `<meta property="og:video" content="/b.mp4"><meta property="og:video:url" content="/b.mp4">
      <video src="/c.mp4"></video><script type="application/ld+json">{"@type":"VideoObject","contentUrl":"/a.mp4"}</script>`;
    expect(videos(html).map((url) => new URL(url).pathname)).toEqual(['/a.mp4', '/b.mp4', '/c.mp4']);
  });

  it.each([
    [
      'an embedded player',
      '<meta property="og:video" content="/player"><meta property="og:video:type" content="text/html">',
    ],
    ['a picture’s source', '<picture><source src="/a.webp"></picture>'],
    ['broken JSON-LD', '<script type="application/ld+json">{"@type":"VideoObject",</script>'],
    ['another script', '<script>{"@type":"VideoObject","contentUrl":"/a.mp4"}</script>'],
    ['a comment', '<!-- <video src="/a.mp4"> -->'],
    ['no address', '<meta property="og:video" content="http://">'],
    ['nothing', ''],
  ])('is not read from %s', (_, html) => expect(videos(html)).toEqual([]));

  it('is bounded in number and depth', () => {
    expect(videos('<video src="/a.mp4">'.repeat(20_000)).length).toBe(1);
    const many = Array.from(
      { length: 500 },
      (_, index) => `<meta property="og:video" content="/${index}.mp4">`,
    );
    expect(videos(many.join('')).length).toBeLessThanOrEqual(21);
    const deep = `${'{"a":'.repeat(2000)}{"@type":"VideoObject","contentUrl":"/a.mp4"}${'}'.repeat(2000)}`;
    expect(videos(`<script type="application/ld+json">${deep}</script>`)).toEqual([]);
  });
});

it('a page of tags that never close is given up in time', () => {
  const started = performance.now();
  const tags = Array.from({ length: 300 }, (_, index) => `<x${index}>`).join('');
  const html = tags.repeat(1500) + '</x0>'.repeat(400_000);
  expect(videos(html)).toEqual([]);
  expect(performance.now() - started).toBeLessThan(5000);
});

describe('what a page says about its video', () => {
  it('is the post’s own words', () => {
    const html = `<title> The page </title><meta property="og:title" content="Flood &amp; fire">
      <meta property="og:description" content="D"><meta property="og:site_name" content="Example Social">
      <link rel="canonical" href="/posts/4711">`;
    expect(readPage(html, HERE).info).toEqual({
      title: 'Flood & fire',
      description: 'D',
      siteName: 'Example Social',
      canonicalUrl: 'https://site.example/posts/4711',
    });
  });

  it('comes first from its VideoObject', () => {
    const video = {
      '@type': 'VideoObject',
      name: 'N',
      uploadDate: '2020-02-09',
      author: [{ name: 'Mara Example' }],
    };
    const html = `<meta property="og:title" content="T"><script type="application/ld+json">${JSON.stringify(video)}</script>`;
    expect(readPage(html, HERE).info).toEqual({
      title: 'N',
      uploadedAt: '2020-02-09',
      uploader: 'Mara Example',
    });
  });

  it('falls back to the page’s title', () => {
    expect(readPage('<title>Only this</title><svg><title>icon</title></svg>', HERE).info).toEqual({
      title: 'Only this',
    });
  });
});

describe('the text of a page', () => {
  it.each([
    ['by the header', Buffer.from([0xe3, 0xd1]), 'text/html; charset=windows-1256', 'مر'],
    [
      'by its meta element',
      Buffer.concat([Buffer.from('<meta charset="windows-1251">'), Buffer.from([0xc4])]),
      null,
      '<meta charset="windows-1251">Д',
    ],
    ['by its byte order mark', Buffer.from('fffe4100', 'hex'), 'text/html; charset=utf-8', 'A'],
    ['as UTF-8 when nothing says', Buffer.from('é'), null, 'é'],
    ['as UTF-8 when the label is unknown', Buffer.from('é'), 'text/html; charset=klingon', 'é'],
  ])('is read %s', (_, bytes, contentType, text) => expect(pageText(bytes, contentType)).toBe(text));
});
