import { expect, it } from '@jest/globals';
import { EventStreamParser } from './event-stream';

const stream =
  ': hello\r\nretry: 700\r\n\r\nid: 1-1\n\n' +
  'id: 1-2\nevent: clip.status\ndata: {"a":\ndata: 1}\n\n:\n\nid: 1-3\rdata:مرحبا\r\rid: 1-4\ndata: cut';

it('finds the same events however the bytes are cut', () => {
  const wanted = [
    { type: 'clip.status', data: '{"a":\n1}', id: '1-2' },
    { type: 'message', data: 'مرحبا', id: '1-3' },
  ];
  for (let size = 1; size <= stream.length; size += 1) {
    const parser = new EventStreamParser('0-0');
    const events = [];
    for (let at = 0; at < stream.length; at += size) events.push(...parser.feed(stream.slice(at, at + size)));
    expect(events).toEqual(wanted);
    expect([parser.lastEventId, parser.retryMs]).toEqual(['1-3', 700]);
  }
});

it('takes the place of an id without an event, so that a listener who heard nothing resumes from there', () => {
  const parser = new EventStreamParser('');
  expect(parser.feed('id: 9-9\n\n')).toEqual([]);
  expect(parser.lastEventId).toBe('9-9');
});

it('does not take an event that was cut off for one that came', () => {
  const parser = new EventStreamParser('5-5');
  expect(parser.feed('id: 6-6\ndata: {"half')).toEqual([]);
  expect(parser.lastEventId).toBe('5-5');
});
