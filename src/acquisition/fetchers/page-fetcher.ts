import { copyFile, readFile } from 'node:fs/promises';
import path from 'node:path';
import { PartError } from '../../shared/errors.js';
import { NotMediaError, failure, furthest, ofNamedMedia } from './fetch-failure.js';
import type { CaptureArtefact, PlatformInfo } from './fetcher.js';
import { pageText } from './page-text.js';
import { readPage } from './page-video.js';
import { type ReceiveContext, type Received, receive } from './receive.js';

type ReceivedOf<K extends Received['kind']> = Extract<Received, { kind: K }>;

export interface NamedVideo {
  readonly received: ReceivedOf<'media'> | ReceivedOf<'playlist'>;
  readonly info: PlatformInfo;
}

/** A page names its video once or a few times; more is a trap. */
const MAX_TRIES = 5;

/** Keeps a copy of what was received as a file of the capture. */
export async function keepArtefact(
  received: Received,
  scratchDir: string,
  kind: CaptureArtefact['kind'],
  name: string,
  mediaType: string,
): Promise<CaptureArtefact> {
  const file = path.join(scratchDir, name);
  await copyFile(received.draft.path, file);
  return { kind, path: file, mediaType };
}

/**
 * The video that a page names, by the same guard and session; a page in its place is not followed. Owns the page's draft.
 * @throws NotMediaError with the page itself when it names none; else the failure of the video that got furthest
 */
export async function fetchNamedVideo(
  page: ReceivedOf<'page'>,
  context: ReceiveContext,
): Promise<NamedVideo> {
  let keepsPage = false;
  try {
    const html = pageText(await readFile(page.draft.path), page.contentType);
    const { videoUrls, info } = readPage(html, page.url);
    if (videoUrls.length > 0) return { received: await firstThatWorks(videoUrls, context), info };
    keepsPage = true;
  } finally {
    if (!keepsPage) await page.draft.discard();
  }
  const record = context.session.journal.record('page', page.draft.sizeBytes);
  throw new NotMediaError('The page names no video.', page.draft, record, {}, 'text/html');
}

async function firstThatWorks(
  urls: readonly string[],
  context: ReceiveContext,
): Promise<NamedVideo['received']> {
  const failures: PartError[] = [];
  for (const url of urls.slice(0, MAX_TRIES)) {
    try {
      const received = await receive(url, context);
      if (received.kind !== 'page') return received;
      await received.draft.discard();
      failures.push(
        failure('not_media', 'The page names another page as its video.', 'media_named', { url }),
      );
    } catch (error) {
      context.watch.signal.throwIfAborted();
      if (!(error instanceof PartError)) throw error;
      if (error instanceof NotMediaError) await error.draft.discard();
      failures.push(named(error, url));
    }
  }
  throw furthest(failures) ?? failure('internal', 'A page without videos was searched for one.', 'content');
}

function named(error: PartError, url: string): PartError {
  // Its draft is gone: what is kept is the page that named it.
  if (error instanceof NotMediaError)
    return failure('not_media', error.publicMessage, 'media_named', { url });
  return ofNamedMedia(error);
}
