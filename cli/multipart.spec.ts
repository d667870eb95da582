import { describe, expect, it } from '@jest/globals';
import { multipartFrame } from './multipart.js';

async function parsed(fileName: string, json: string, content: string): Promise<FormData> {
  const { contentType, head, tail } = multipartFrame('b0undary', { name: 'submission', json }, fileName);
  const body = Buffer.concat([head, Buffer.from(content), tail]);
  return new Response(body, { headers: { 'content-type': contentType } }).formData();
}

describe('a multipart body', () => {
  it.each(['clip.mp4', 'مقطع 1.mp4', 'a"b\r\nX-Evil: 1.mp4'])(
    'carries the field and the file %j',
    async (fileName) => {
      const form = await parsed(fileName, '{"note":"é"}', 'bytes\r\n--not the boundary\r\n');
      const file = form.get('file') as File;
      expect(form.get('submission')).toBe('{"note":"é"}');
      expect(file.name).toBe(fileName);
      expect(await file.text()).toBe('bytes\r\n--not the boundary\r\n');
    },
  );

  it('carries an empty file', async () => {
    const form = await parsed('empty.mp4', '{}', '');
    expect((form.get('file') as File).size).toBe(0);
  });
});
