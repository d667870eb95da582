import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { POSTS } from './posts.mjs';

/**
 * A small "social site" on loopback: a page per post that names its video (Open Graph), and the files themselves.
 * @returns {Promise<{ origin: string, close: () => void }>}
 */
export async function startSite(folder) {
  const server = createServer((request, response) => answer(folder, request, response));
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function answer(folder, request, response) {
  const { pathname, origin } = new URL(request.url, `http://${request.headers.host}`);
  const post = POSTS.find((candidate) => candidate.path === pathname);
  const file = POSTS.find((candidate) => pathname === `/media/${candidate.file}`)?.file;
  if (file !== undefined) return sendFile(path.join(folder, file), response);
  if (pathname === '/') return sendPage(200, 'Plaza, an invented site', frontPage(), response);
  if (post?.file === undefined) return sendPage(404, 'Not found', 'This post does not exist.', response);
  const video = `${origin}/media/${post.file}`;
  const head = `<meta property="og:type" content="video.other">
<meta property="og:title" content="${post.title}">
<meta property="og:video" content="${video}">
<meta property="og:video:type" content="video/mp4">`;
  return sendPage(200, post.title, `<video controls src="${video}"></video>`, response, head);
}

function frontPage() {
  return POSTS.filter((post) => post.title)
    .map((post) => `<p><a href="${post.path}">${post.title}</a></p>`)
    .join('\n');
}

function sendPage(status, title, body, response, head = '') {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' });
  response.end(
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>${head}</head><body><h1>${title}</h1>${body}</body></html>`,
  );
}

function sendFile(file, response) {
  response.writeHead(200, { 'content-type': 'video/mp4', 'content-length': statSync(file).size });
  createReadStream(file)
    .on('error', () => response.destroy())
    .pipe(response);
}
