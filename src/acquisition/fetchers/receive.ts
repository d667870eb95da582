import type { SniffedMedia } from '../../media/sniff.js';
import type { ObjectDraft } from '../../platform/storage/object-store.js';
import { headerOf } from './answer-headers.js';
import { type ContentKind, HEAD_BYTES, contentKind } from './content-kind.js';
import { DraftWriter } from './draft-writer.js';
import { NotMediaError, failure } from './fetch-failure.js';
import type { FetchWatch } from './fetch-watch.js';
import type { FetchRequest } from './fetcher.js';
import type { HttpAnswer, HttpSession } from './http-session.js';
import { announcedBytes, contentEncoding, readBody } from './received-body.js';

/** What one link gave. The draft belongs to the caller, who seals or discards it. */
export type Received =
  | { readonly kind: 'media'; readonly draft: ObjectDraft; readonly url: URL; readonly media: SniffedMedia }
  | {
      readonly kind: 'page';
      readonly draft: ObjectDraft;
      readonly url: URL;
      readonly contentType: string | null;
    }
  | { readonly kind: 'playlist'; readonly draft: ObjectDraft; readonly url: URL; readonly mediaType: string };

/** What is no clip is kept as evidence of what was there, not as a place to fill disks. */
export const MAX_TEXT_BYTES = 5 * 1024 * 1024;

export interface ReceiveContext {
  readonly fetch: FetchRequest;
  readonly watch: FetchWatch;
  readonly session: HttpSession;
}

/**
 * Fetches one link into a draft, judging by the first bytes what it is.
 * @throws NotMediaError with the draft when it is neither clip nor page nor playlist; PartError for all else. No draft is
 *   left behind in that case.
 */
export async function receive(link: string, context: ReceiveContext): Promise<Received> {
  const { fetch, session, watch } = context;
  const answer = await session.get(link);
  const announced = announcedBytes(answer);
  if (announced !== null && announced > fetch.limits.maxBytes) {
    answer.body.destroy();
    const details = { maxBytes: fetch.limits.maxBytes, announcedBytes: announced };
    throw failure('too_large', 'The clip is larger than is allowed.', 'media_bytes', details);
  }
  const encoding = contentEncoding(answer);
  if (encoding !== '')
    session.journal.note(
      `The site sent content encoding ${encoding.slice(0, 64)} unasked; the bytes are as decoded.`,
    );
  const total = encoding === '' ? announced : null;
  const writer = await DraftWriter.begin(fetch.store, fetch.limits.maxBytes, (bytes) =>
    fetch.onProgress(bytes, total),
  );
  watch.startTransfer();
  try {
    return await fill(writer, answer, context);
  } catch (error) {
    if (!(error instanceof NotMediaError)) await writer.draft.discard();
    throw error;
  } finally {
    watch.endTransfer();
  }
}

async function fill(writer: DraftWriter, answer: HttpAnswer, context: ReceiveContext): Promise<Received> {
  const { watch, session } = context;
  const contentType = headerOf(answer.headers, 'content-type');
  const head: Buffer[] = [];
  let found: ContentKind | undefined;
  for await (const chunk of readBody(answer, watch.signal)) {
    watch.received(chunk.length);
    if (!found) {
      head.push(chunk);
      if (writer.total + chunk.length >= HEAD_BYTES) found = contentKind(Buffer.concat(head), contentType);
    }
    const cap = capFor(found, contentType);
    if (writer.total + chunk.length > cap) {
      await writer.write(chunk.subarray(0, cap - writer.total));
      session.journal.note(`Reading stopped after ${cap} bytes, for these are no clip.`);
      break;
    }
    await writer.write(chunk);
  }
  return outcome(
    found ?? contentKind(Buffer.concat(head), contentType),
    await writer.finish(),
    answer,
    context,
  );
}

/** Unknown bytes that the server calls a clip may still pass `maxBytes`, and are then too large whatever they are. */
function capFor(found: ContentKind | undefined, contentType: string | null): number {
  if (!found || found.kind === 'media') return Number.POSITIVE_INFINITY;
  const saysClip = contentType === null || /^(?:video|audio)\/|octet-stream/i.test(contentType);
  return found.kind === 'other' && saysClip ? Number.POSITIVE_INFINITY : MAX_TEXT_BYTES;
}

function outcome(
  found: ContentKind,
  draft: ObjectDraft,
  answer: HttpAnswer,
  { session }: ReceiveContext,
): Received {
  const { url } = answer;
  const contentType = headerOf(answer.headers, 'content-type');
  switch (found.kind) {
    case 'media':
      return { kind: 'media', draft, url, media: found.media };
    case 'page':
      return { kind: 'page', draft, url, contentType };
    case 'playlist':
      return { kind: 'playlist', draft, url, mediaType: found.mediaType };
    case 'other':
      throw noMedia(draft, contentType, session);
    default:
      return found satisfies never;
  }
}

function noMedia(draft: ObjectDraft, contentType: string | null, session: HttpSession): NotMediaError {
  const message =
    draft.sizeBytes === 0 ? 'The site sent no bytes.' : 'What the site sent is no video or audio.';
  const record = session.journal.record('direct', draft.sizeBytes);
  return new NotMediaError(message, draft, record, { contentType, receivedBytes: draft.sizeBytes });
}
