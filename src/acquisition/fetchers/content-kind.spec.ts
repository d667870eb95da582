import { describe, expect, it } from '@jest/globals';
import { contentKind, foreignScheme } from './content-kind.js';

const kind = (text: string | Buffer, contentType: string | null = null) =>
  contentKind(Buffer.isBuffer(text) ? text : Buffer.from(text), contentType).kind;
const MP4 = Buffer.concat([Buffer.from('0000001866747970', 'hex'), Buffer.from('mp42'), Buffer.alloc(100)]);

describe('the kind of an answer', () => {
  it('is judged by its bytes, not by what the server calls it', () => {
    expect(kind(MP4, 'text/html')).toBe('media');
    expect(kind('<!DOCTYPE html><p>', 'video/mp4')).toBe('page');
    expect(kind('just words', 'video/mp4')).toBe('other');
  });

  it.each([
    '<html lang=en>',
    '\ufeff  \n<!doctype html>',
    '<?xml version="1.0"?><!-- a --><!-- b --> <html >',
    '<HEAD>',
  ])('is a page for %j', (text) => expect(kind(text)).toBe('page'));

  it('is a page for text that the server calls one', () => {
    expect(kind('Hello <b>you</b>', 'text/html; charset=utf-8')).toBe('page');
    expect(kind('Hello', 'text/plain')).toBe('other');
    expect(kind(Buffer.from([1, 0, 2]), 'text/html')).toBe('other');
    expect(kind('', 'text/html')).toBe('other');
  });

  it.each(['#EXTM3U\n', '\ufeff#EXTM3U', '<?xml version="1.0"?>\n<MPD xmlns="x">', '<!-- c --><MPD>'])(
    'is a playlist for %j',
    (text) => expect(kind(text, 'video/mp4')).toBe('playlist'),
  );

  it('is told in no time from a thousand comments', () => {
    expect(kind(`${'<!---->'.repeat(100_000)}x`)).toBe('other');
  });
});

describe('a playlist that leads elsewhere', () => {
  it.each([
    ['#EXTM3U\nfile:///etc/passwd', 'file'],
    ['#EXTM3U\n#EXT-X-KEY:METHOD=AES-128,URI="FILE:///key"', 'file'],
    ['#EXTM3U\nconcat:a.ts|/etc/passwd', 'concat'],
    ['#EXTM3U\nsubfile,,start,0,end,9,,:/etc/passwd', undefined],
    ['<MPD><BaseURL>gopher://10.0.0.5/</BaseURL></MPD>', 'gopher'],
    ['#EXTM3U\nrtmp://10.0.0.5/live', 'rtmp'],
    ['#EXTM3U\n#EXTINF:10,Live: file news\nhttps://a.example/1.ts\nb.ts?u=http://c/', undefined],
    ['#EXTM3U\n#EXT-X-KEY:METHOD=AES-128,URI="data:text/plain;base64,AAAA"', undefined],
  ])('%j names %s', (playlist, scheme) => expect(foreignScheme(playlist)).toBe(scheme));
});
