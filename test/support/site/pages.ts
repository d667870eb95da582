/** Pages that name their video in each way that is known, and some that name a wrong one. The people are invented. */
const HEAD = '<!doctype html><html><head><meta charset="utf-8"><title>Example post</title>';

function page(head: string, body = '<p>An example page.</p>'): string {
  return `${HEAD}${head}</head><body>${body}</body></html>`;
}

export function pageFor(name: string, origin: string): string | undefined {
  const pages: Record<string, () => string> = {
    og: () =>
      page(
        `<meta property="og:title" content="Flood at the old bridge &amp; market"><meta property="og:video" content="/clip.mp4">
         <meta property="og:video:type" content="video/mp4"><meta property="og:description" content="Seen from the north bank">
         <meta property="og:site_name" content="Example Social"><link rel="canonical" href="${origin}/posts/4711">`,
      ),
    twitter: () =>
      page(
        '<meta name="twitter:player:stream" content="/clip.mp4"><meta name="twitter:title" content="A card">',
      ),
    jsonld: () => page(`<script type="application/ld+json">${JSON.stringify(linkedData(origin))}</script>`),
    video: () => page('', '<video controls src="../clip.mp4"></video>'),
    source: () =>
      page('<base href="/clips-made/">', '<video><source src="clip.mp4" type="video/mp4"></video>'),
    hls: () => page('', '<video><source src="/hls/master.m3u8" type="application/x-mpegURL"></video>'),
    jwplayer: () =>
      page(
        '<script src="/jwplayer.js"></script>',
        '<div id="player"></div><script>jwplayer("player").setup({"title": "Only the script knows", "file": "/clip.mp4"});</script>',
      ),
    none: () => page('<meta property="og:title" content="Words only">'),
    dead: () => page('<meta property="og:video" content="/status/404">'),
    'second-works': () =>
      page('<meta property="og:video" content="/status/404">', '<video src="/clip.mp4"></video>'),
    'to-private': () =>
      page('<meta property="og:video" content="http://169.254.169.254/latest/meta-data/clip.mp4">'),
    'to-file': () => page('<meta property="og:video" content="file:///etc/passwd">'),
    'jwplayer-private': () =>
      page('', '<script>jwplayer("p").setup({"file": "http://10.0.0.5/clip.mp4"});</script>'),
    'to-page': () => page('<meta property="og:video" content="/page/og">'),
    huge: () => page('<meta property="og:video" content="/clip.mp4">', '<p>filler</p>\n'.repeat(500_000)),
    'huge-late': () => page('', `${'<p>filler</p>\n'.repeat(500_000)}<video src="/clip.mp4"></video>`),
    login: () =>
      page('<meta name="robots" content="noindex">', '<form action="/login"><input name="password"></form>'),
  };
  return pages[name]?.();
}

function linkedData(origin: string): unknown {
  return {
    '@context': 'https://schema.org',
    '@graph': [
      { '@type': 'WebPage', name: 'A page' },
      {
        '@type': ['VideoObject'],
        name: 'Convoy on the ring road',
        description: 'Twelve lorries',
        uploadDate: '2020-02-09T14:03:00Z',
        contentUrl: `${origin}/clip.mp4`,
        author: { '@type': 'Person', name: 'Mara Example' },
      },
    ],
  };
}
