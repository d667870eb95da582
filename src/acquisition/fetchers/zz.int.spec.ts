import { setFlagsFromString } from 'node:v8'; import { runInNewContext } from 'node:vm'; setFlagsFromString('--expose-gc'); const gc = runInNewContext('gc');
import { it } from '@jest/globals';
import { FetchBench } from '../../../test/support/site/fetch-bench.js';

const settle = async (n: string) => { gc(); await new Promise((r) => setTimeout(r, 200)); gc(); await new Promise((r) => setTimeout(r, 200)); process.stderr.write('DONE '+n+'\n'); };
it('x', async () => {
  const b = await FetchBench.start();
  await settle('start');
  const c = await b.fetch('/page/jwplayer'); await c.draft.seal(); await settle('seal');
  const w = await FetchBench.start({ ytdlp: 'no-such-program' });
  await settle('start2');
  await w.failure('/page/none', { isPlatform: true }); await settle('none');
  const e: any = await w.failure('/page/jwplayer'); await e.draft.discard(); await settle('jw');
  const d = await w.fetch('/page/og'); await settle('og');await d.draft.discard();
  await w.close();
  await b.close();
}, 60000);
