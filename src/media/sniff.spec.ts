import { describe, expect, it } from '@jest/globals';
import { sniffMedia } from './sniff.js';

const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');

describe('what is no clip, whatever it is called', () => {
  it.each([
    ['nothing', ''],
    ['text', 'This is a letter to the editor.\n'.repeat(200)],
    ['text of one letter, which is the sync byte of transport streams', 'G'.repeat(8000)],
    ['an HLS playlist', '#EXTM3U\n#EXT-X-VERSION:3\n#EXTINF:10,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n'],
    ['an ffconcat script', "ffconcat version 1.0\nfile 'other.mp4'\n"],
    ['a DASH manifest', '<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011"></MPD>'],
    ['a web page', '<!doctype html><html><body><video src="x.mp4"></video></body></html>'],
    ['a page that starts with a blank line', '\r\n  <html><head></head></html>'],
    ['an SVG picture', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['JSON', '{"error":"not found"}'],
    ['a PNG', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR'],
    ['a JPEG', '\xff\xd8\xff\xe0\0\x10JFIF\0'],
    ['a GIF', 'GIF89a\x01\0\x01\0'],
    ['a WebP', 'RIFF\x24\0\0\0WEBPVP8 '],
    ['a HEIC photo', '\0\0\0\x18ftypheic\0\0\0\0mif1heic'],
    ['an AVIF picture', '\0\0\0\x1cftypavif\0\0\0\0avifmif1'],
    ['a PDF', '%PDF-1.7\n%\xe2\xe3\xcf\xd3'],
    ['a ZIP', 'PK\x03\x04\x14\0'],
    ['gzip', '\x1f\x8b\x08\0\0\0\0\0'],
    ['an ELF program', '\x7fELF\x02\x01\x01\0'],
    ['EBML of a DocType that is no clip', '\x1a\x45\xdf\xa3\x8f\x42\x82\x84book'],
    ['one MP3 frame header and then text', '\xff\xfb\x90\x64' + 'lorem ipsum '.repeat(100)],
    ['bytes of 0xff', '\xff'.repeat(4096)],
    ['zeros', '\0'.repeat(4096)],
  ])('%s', (_name, content) => {
    expect(sniffMedia(bytes(content))).toBeUndefined();
  });
});

describe('containers told from their first bytes', () => {
  const packet = (fill: string): string => `G\x40\0\x10${fill.repeat(184)}`;

  it.each([
    ['MP4', '\0\0\0\x20ftypisom\0\0\x02\0isomiso2', 'mp4'],
    ['an MP4 brand that we never met', '\0\0\0\x20ftypXAVC\0\0\x02\0', 'mp4'],
    ['QuickTime', '\0\0\0\x14ftypqt  \0\0\x02\0qt  ', 'mov'],
    ['QuickTime from before ftyp', '\0\0\0\x08wide\0\x01\0\0mdat', 'mov'],
    ['an old QuickTime with a 64-bit mdat', '\0\0\0\x01mdat\0\0\0\x01\0\0\0\0', 'mov'],
    ['3GPP', '\0\0\0\x18ftyp3gp4\0\0\0\0', '3gp'],
    ['WebM', '\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x84webm', 'webm'],
    ['Matroska', '\x1a\x45\xdf\xa3\xa3\x42\x86\x81\x01\x42\x82\x88matroska', 'mkv'],
    ['AVI', 'RIFF\0\0\x10\0AVI LIST', 'avi'],
    ['FLV', 'FLV\x01\x05\0\0\0\x09', 'flv'],
    ['an MPEG programme stream', '\0\0\x01\xba\x44\0\x04\0\x04\x01', 'mpg'],
    ['a transport stream', packet('x').repeat(8), 'ts'],
    ['a transport stream cut within a packet', `${'y'.repeat(77)}${packet('x').repeat(8)}`, 'ts'],
    ['an M2TS', `\0\0\0\0${packet('x')}`.repeat(8), 'ts'],
    ['Ogg sound', 'OggS\0\x02' + '\0'.repeat(22) + '\x01vorbis', 'ogg'],
    ['Ogg video', 'OggS\0\x02' + '\0'.repeat(22) + '\x80theora', 'ogv'],
    ['MP3 behind a tag that is longer than the head', 'ID3\x04\0\0\0\x7f\x7f\x7fTIT2', 'mp3'],
  ])('%s', (_name, content, extension) => {
    expect(sniffMedia(bytes(content))?.extension).toBe(extension);
  });
});
