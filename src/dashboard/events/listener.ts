import type { ServerResponse } from 'node:http';
import {
  formatPosition,
  isBefore,
  isStatusReader,
  type StatusEvent,
  type StatusPosition,
} from '../../clips/index.js';
import type { ClipActivity } from '../../custody/index.js';
import { roleIn, type Principal } from '../../identity/index.js';

/** What a listener that reads too slowly may have unread before it is cut off; it resumes from what it has. */
const MOST_UNREAD_BYTES = 1024 * 1024;

export interface Filter {
  readonly caseId?: string | undefined;
  readonly clipId?: string | undefined;
}

/** An event as it goes over the wire: made once, however many listen. */
interface Frame {
  readonly event: StatusEvent;
  readonly bytes: Buffer;
}

/** What is given out together, in order: one write for each listener, whose bytes most of them share. */
export interface Batch {
  readonly frames: readonly Frame[];
  readonly bytes: Buffer;
}

export function batchOf(events: readonly StatusEvent[]): Batch {
  const frames = events.map(frameOf);
  return { frames, bytes: Buffer.concat(frames.map(({ bytes }) => bytes)) };
}

function frameOf(event: StatusEvent): Frame {
  const id = formatPosition(event.position);
  return { event, bytes: Buffer.from(`id: ${id}\nevent: clip.status\ndata: ${event.status}\n\n`) };
}

/** An act that a clip's status does not show. It has no id: a missed one is made good by asking again, and resuming stays with states. */
export interface ActivityFrame {
  readonly activity: ClipActivity;
  readonly bytes: Buffer;
}

export function activityFrame(activity: ClipActivity): ActivityFrame {
  const data = JSON.stringify({ id: activity.clipId });
  return { activity, bytes: Buffer.from(`event: clip.activity\ndata: ${data}\n\n`) };
}

/** One open `text/event-stream` answer (WHATWG HTML §9.2) and how far it has come. */
export class Listener {
  /** False while it is still given what it missed. */
  live = false;
  #position: StatusPosition = { xid: 0, id: 0 };

  constructor(
    private readonly raw: ServerResponse,
    readonly filter: Filter,
    private principal: Principal,
    /** Asks again who the caller is; undefined when their token or session is no longer good. */
    private readonly readmit: () => Promise<Principal | undefined>,
  ) {}

  get gone(): boolean {
    return this.raw.destroyed || this.raw.writableEnded;
  }

  get position(): StatusPosition {
    return this.#position;
  }

  /** Cases of which the caller may see anything at all. */
  get caseIds(): string[] {
    const { caseId } = this.filter;
    const cases = caseId === undefined ? [...this.principal.roles.keys()] : [caseId];
    return cases.filter((id) => roleIn(this.principal, id) !== null);
  }

  open(headers: Readonly<Record<string, string>>, retryMs: number): void {
    // A body that ends with the connection (RFC 9112 §6.3): chunks cost a third more CPU for each event and listener, and
    // an event that is cut off in the middle is no event (WHATWG HTML §9.2.6).
    this.raw.useChunkedEncodingByDefault = false;
    this.raw.writeHead(200, headers);
    this.raw.socket?.setNoDelay(true);
    this.raw.socket?.setKeepAlive(true, 30_000);
    this.raw.write(`retry: ${retryMs}\n\n`);
  }

  /** Passes on what the caller may see, and skips what lies behind them already. */
  give({ frames, bytes }: Batch): void {
    if (this.gone) return;
    const wanted = frames.filter(
      ({ event }) => isBefore(this.#position, event.position) && this.#sees(event),
    );
    const last = frames.at(-1);
    if (last !== undefined && isBefore(this.#position, last.event.position))
      this.#position = last.event.position;
    if (wanted.length === frames.length) this.raw.write(bytes);
    else if (wanted.length > 0) this.raw.write(Buffer.concat(wanted.map((frame) => frame.bytes)));
    this.#cutOffWhenSlow();
  }

  giveActivity(frames: readonly ActivityFrame[]): void {
    if (this.gone) return;
    const wanted = frames.filter(({ activity }) => this.#hearsOf(activity));
    if (wanted.length > 0) this.raw.write(Buffer.concat(wanted.map(({ bytes }) => bytes)));
    this.#cutOffWhenSlow();
  }

  /** Nothing up to here is, or will be, for this listener but what it has been given. The client learns it as its last id. */
  standAt(position: StatusPosition): void {
    this.#position = position;
    this.raw.write(`id: ${formatPosition(position)}\n\n`);
  }

  /** Catching up: nothing up to here was for this listener. */
  passTo(position: StatusPosition): void {
    this.#position = position;
  }

  reset(position: StatusPosition): void {
    this.#position = position;
    const data = JSON.stringify({ reason: 'not_kept', detail: 'Events were missed: read the lists again.' });
    this.raw.write(`id: ${formatPosition(position)}\nevent: reset\ndata: ${data}\n\n`);
  }

  beat(): void {
    if (this.gone) return;
    this.raw.write(':\n\n');
    this.#cutOffWhenSlow();
  }

  async drained(): Promise<void> {
    if (!this.raw.writableNeedDrain || this.gone) return;
    await new Promise<void>((resolve) => {
      this.raw.once('drain', resolve).once('close', resolve);
    });
  }

  /** Ends the stream when the caller may no longer listen. */
  async judgeAgain(): Promise<void> {
    const principal = await this.readmit();
    const { caseId } = this.filter;
    if (principal === undefined || (caseId !== undefined && roleIn(principal, caseId) === null)) this.end();
    else this.principal = principal;
  }

  end(): void {
    this.raw.end();
  }

  #sees(event: StatusEvent): boolean {
    const { caseId, clipId } = this.filter;
    if (caseId !== undefined && event.caseId !== caseId) return false;
    if (clipId !== undefined && event.clipId !== clipId) return false;
    return isStatusReader(this.principal, event);
  }

  /** Acts are for those who may read what was done: not for submitters, and not for a wall screen. */
  #hearsOf({ caseId, clipId }: ClipActivity): boolean {
    if (this.filter.caseId !== undefined && caseId !== this.filter.caseId) return false;
    if (this.filter.clipId !== undefined && clipId !== this.filter.clipId) return false;
    const { scope } = this.principal;
    if (scope !== 'full' && scope !== 'read') return false;
    const role = roleIn(this.principal, caseId);
    return role === 'reviewer' || role === 'lead';
  }

  #cutOffWhenSlow(): void {
    if (this.raw.writableLength > MOST_UNREAD_BYTES) this.raw.destroy();
  }
}
