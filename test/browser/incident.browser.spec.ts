import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { MadeMedia } from '../../src/media/testing/made-media.js';
import { openBrowser, openDesk, type DeskPage } from '../support/browser.js';
import { DeskDriver } from '../support/desk.js';
import { keyHands, mouseHands, type Hands } from '../support/hands.js';
import { newPerson, type Person } from '../support/person.js';

/**
 * One incident from tip to verdict through the page, told twice: with a mouse, and with keys alone. Three clips of the same
 * graveyard, one of them claimed for another town and year. Every person, place and statement here is invented.
 */
const FILES = ['graveyard-1.mp4', 'graveyard-2.mp4', 'graveyard-3.mp4'] as const;
type FileName = (typeof FILES)[number];
const [FIRST, SECOND, THIRD] = FILES;
const SECRET = 'The minaret behind the wall fits';
const COPY_OF = 'It is the first clip, mirrored and cut: three years earlier';

let desk: DeskDriver;
let browser: Browser;
let media: MadeMedia;

beforeAll(async () => {
  [desk, browser, media] = await Promise.all([DeskDriver.start(), openBrowser(), MadeMedia.create()]);
});
afterAll(async () => {
  await browser.close();
  await desk.stop();
  await media.remove();
});

/** What a person has in front of them, and what they do it with. */
interface Seat extends DeskPage {
  readonly hands: Hands;
}

describe.each(['mouse', 'keys'] as const)('one incident, by %s', (kind) => {
  const isKeys = kind === 'keys';
  let caseId: string;
  let people: Record<'tipster' | 'ana' | 'ben' | 'lead', Person>;
  let seats: Record<'tipster' | 'ana' | 'ben' | 'lead', Seat>;
  let wall: DeskPage;
  const ids = new Map<FileName, string>();
  let isBroken = false;
  /** A story goes on only from where it stands. */
  const told = (tell: () => Promise<void>) => async () => {
    if (isBroken) throw new Error('the story broke off before this');
    isBroken = true;
    await tell();
    isBroken = false;
  };

  beforeAll(async () => {
    caseId = (await desk.post<{ id: string }>('cases', { title: `Graveyard ${kind} (invented)` })).body.id;
    people = {
      tipster: await newPerson(desk, { caseId, role: 'submitter', name: 'Tariq Invented' }),
      ana: await newPerson(desk, { caseId, role: 'reviewer', name: 'Ana Invented' }),
      ben: await newPerson(desk, { caseId, role: 'reviewer', name: 'Ben Invented' }),
      lead: await newPerson(desk, { caseId, role: 'lead', name: 'Lea Invented' }),
    };
    const sit = async ({ userId }: Person): Promise<Seat> => {
      const window = await openDesk(browser, desk, userId);
      // Nothing here takes longer, and a lost step shall say which it was.
      window.page.setDefaultTimeout(15_000);
      return { ...window, hands: isKeys ? keyHands(window.page) : mouseHands(window.page) };
    };
    seats = {
      tipster: await sit(people.tipster),
      ana: await sit(people.ana),
      ben: await sit(people.ben),
      lead: await sit(people.lead),
    };
    const token = { name: 'wall', scope: 'dashboard', caseIds: [caseId] };
    const { body } = await desk.post<{ token: string }>('tokens', token);
    wall = await openDesk(browser, desk, null);
    await wall.page.goto(`/wall#token=${body.token}`);
    await wall.page.getByText('Live', { exact: true }).waitFor();
    await seats.lead.page.goto(`/dashboard?case=${caseId}`);
    await seats.lead.page.getByRole('status').getByText('Live').waitFor();
  });
  afterAll(async () => {
    const folder = process.env['SHOTS'];
    for (const [name, { page }] of Object.entries(seats))
      if (folder !== undefined) await page.screenshot({ path: `${folder}/${kind}-${name}.png` });
    for (const window of [...Object.values(seats), wall]) await window.close();
  });

  it(
    'a submitter hands in three clips with what is claimed, for all and for one',
    told(async () => {
      const { page, hands } = seats.tipster;
      // The browser is told to hand file choosers over only once somebody listens, which takes a moment.
      page.on('filechooser', () => {});
      await page.goto('/submit');
      const forAll = page.getByRole('region', { name: 'Same for all rows' });
      await page.getByText('Nothing to hand in yet').waitFor();
      const chooser = page.waitForEvent('filechooser');
      if (isKeys) await page.keyboard.press('u');
      else await hands.press(page.getByRole('button', { name: 'Choose files' }));
      await (await chooser).setFiles(await footage(kind));
      await page.getByRole('heading', { name: '3 rows to send' }).waitFor();
      await hands.press(forAll.getByRole('button', { name: 'Change' }));
      await hands.select(forAll.getByLabel('Case', { exact: true }), `Graveyard ${kind} (invented)`);
      const where = (of: ReturnType<Page['getByRole']>) => of.getByRole('group', { name: 'Where' });
      const when = (of: ReturnType<Page['getByRole']>) => of.getByRole('group', { name: 'When' });
      const words = 'What is claimed, word for word';
      await hands.write(where(forAll).getByLabel(words), 'graveyard south of Examplevale');
      await hands.write(where(forAll).getByLabel('Coordinates'), '35.76, 36.76');
      await hands.write(when(forAll).getByLabel(words), 'filmed in February 2020');
      await hands.write(when(forAll).getByLabel('Or as a date'), '2020-02');
      await hands.tick(forAll.getByLabel('Hide who handed it in'));
      await hands.press(forAll.getByRole('button', { name: 'Done' }));
      const third = page.getByRole('listitem', { name: 'Row 3' });
      if (isKeys) for (const key of ['k', 'e']) await page.keyboard.press(key);
      else await hands.press(page.getByRole('button', { name: 'Claims of row 3' }));
      await hands.write(where(third).getByLabel(words), 'graveyard north of Otherton');
      await hands.write(where(third).getByLabel('Coordinates'), '34.1, 37.2');
      await hands.write(when(third).getByLabel(words), 'filmed in March 2023');
      await hands.write(when(third).getByLabel('Or as a date'), '2023-03');
      if (isKeys) await page.keyboard.press('Control+Enter');
      else await hands.press(page.getByRole('button', { name: 'Send 3 rows' }));
      const sent = page.getByRole('region', { name: 'Handed in' });
      await sent.getByText('Complete', { exact: true }).nth(2).waitFor({ timeout: 45_000 });
      for (const file of FILES) {
        const address = await sent.getByRole('link', { name: file }).getAttribute('href');
        ids.set(file, address?.split('/').at(-1) ?? '');
      }
      await figure(seats.lead.page, 'Unreviewed 3').waitFor();
    }),
  );

  it(
    'two reviewers mark the same man in two clips',
    told(async () => {
      const { ana, ben } = seats;
      await openClip(ana, FIRST, 'inbox');
      await ana.hands.pick(ana.page.getByRole('button', { name: /^Assigned to/ }), 'Take it');
      await ana.page.getByRole('button', { name: 'Assigned to: Ana Invented' }).waitFor();
      await openPanel(ana, 'Annotate');
      await drawRectangle(ana);
      await ana.hands.press(ana.page.getByRole('button', { name: 'New person' }));
      await ana.hands.write(
        ana.page.getByRole('textbox', { name: 'New person' }),
        'Man in a grey jacket (invented)',
      );
      await ana.hands.press(ana.page.getByRole('button', { name: 'Add', exact: true }));
      await ana.page.getByRole('button', { name: 'New person' }).waitFor();
      await ana.hands.write(ana.page.getByLabel('Label', { exact: true }), 'left of the wall');
      await save(ana);
      const man = 'Person: Man in a grey jacket (invented)';
      await ana.page.getByRole('link', { name: man }).waitFor();

      await openClip(ben, SECOND, 'clips');
      await openPanel(ben, 'Annotate');
      await drawRectangle(ben);
      await ben.hands.find(ben.page.getByRole('combobox', { name: 'Subject' }), 'Man in');
      await save(ben);
      await ben.hands.press(ben.page.getByRole('link', { name: man }));
      await ben.page.getByText('2 marks · 2 clips').waitFor();
    }),
  );

  it(
    'one of them sees that the third clip is the first, and says so',
    told(async () => {
      const { page, hands } = seats.ben;
      await openClip(seats.ben, THIRD, 'clips');
      await openPanel(seats.ben, 'Matches');
      await hands.press(page.getByRole('link', { name: `Compare with ${FIRST}` }));
      await page.getByRole('group', { name: 'Side by side' }).locator('video').nth(1).waitFor();
      if (isKeys) await page.keyboard.press('y');
      else await hands.choose(page.getByRole('radio', { name: /They share this/ }));
      await hands.write(page.getByLabel('Reasons'), `${COPY_OF} (invented)`);
      await hands.press(page.getByRole('button', { name: 'Record the decision' }));
      await page.locator('section [data-state=confirmed]').waitFor();
    }),
  );

  it(
    'they find, and assess blind: nothing of the first is shown to the second',
    told(async () => {
      const { ana, ben } = seats;
      await openClip(ana, FIRST, 'clips');
      await openPanel(ana, 'Claims');
      await argue(ana);
      await assess(ana, 'Place', 'Confirmed', SECRET);
      await ana.page.getByRole('article', { name: 'Assessment by Ana Invented' }).waitFor();
      await openClip(ben, FIRST, 'clips');
      await ben.page.getByText('Others have assessed this claim').waitFor();
      expect(await ben.page.content()).not.toContain(SECRET);
      await assess(ben, 'Place', 'Confirmed', 'The hill and the wall fit (invented)');
      await ben.page.getByText(SECRET).waitFor();
    }),
  );

  it(
    'they disagree on the time; a lead rules, and the clip is closed',
    told(async () => {
      const { ana, ben, lead } = seats;
      await Promise.all([
        assess(ana, 'Time', 'Confirmed', 'The shadows fit (invented)'),
        assess(ben, 'Time', 'Inconclusive', 'Shadows fit many years (invented)'),
      ]);
      await claim(ana.page, 'Time').getByText('Contested').first().waitFor();
      await figure(lead.page, 'Disputed 1').waitFor();
      await openClip(lead, FIRST, 'clips');
      await assess(lead, 'Time', 'Inconclusive', 'Shadows alone fix no year (invented)', 'Your ruling');
      await claim(ana.page, 'Time').getByText('Shadows alone fix no year (invented)').waitFor();
      await ana.hands.pick(ana.page.getByRole('button', { name: 'What to do with the clip' }), 'Close …');
      const dialog = ana.page.getByRole('dialog', { name: 'Close' });
      await ana.hands.press(dialog.locator('button[type=submit]'));
      await ana.page.getByText('Closed: it takes comments only.').waitFor();
    }),
  );

  it(
    'the third clip ends refuted, with its reason',
    told(async () => {
      const { ana, ben, lead } = seats;
      for (const seat of [ana, ben]) await openClip(seat, THIRD, 'clips');
      for (const type of ['Place', 'Time'] as const)
        await Promise.all([ana, ben].map((seat) => assess(seat, type, 'Refuted', `${COPY_OF} (invented)`)));
      await openClip(lead, THIRD, 'clips');
      await lead.page
        .getByRole('banner')
        .or(lead.page.locator('header'))
        .getByText('Refuted')
        .first()
        .waitFor();
      await lead.page.getByText(`${COPY_OF} (invented)`).first().waitFor();
    }),
  );

  it(
    'two who change the same title are told of each other, however quick the news are',
    told(async () => {
      const { ana, ben } = seats;
      for (const seat of [ana, ben]) {
        await openClip(seat, SECOND, 'clips');
        await seat.hands.pick(seat.page.getByRole('button', { name: 'What to do with the clip' }), /^Title/);
        const title = seat.page.getByRole('dialog').getByLabel('Title', { exact: true });
        await seat.hands.write(title, seat === ana ? 'The graveyard wall' : 'The western gate');
      }
      const saveButton = (seat: Seat) => seat.page.getByRole('dialog').locator('button[type=submit]');
      await ana.hands.press(saveButton(ana));
      await ana.page.getByRole('heading', { name: 'The graveyard wall' }).waitFor();
      // The news of it are there before the second one saves.
      await ben.page.locator('h1', { hasText: 'The graveyard wall' }).waitFor();
      await ben.hands.press(saveButton(ben));
      await ben.page.getByRole('alert').getByText('The graveyard wall').waitFor();
      const name = async () =>
        (await desk.get<{ title: string }>(`clips/${ids.get(SECOND) ?? ''}`)).body.title;
      expect(await name()).toBe('The graveyard wall');
      await ben.hands.press(ben.page.getByRole('button', { name: 'Save mine over it' }));
      await ben.page.getByRole('heading', { name: 'The western gate' }).waitFor();
      expect(await name()).toBe('The western gate');
    }),
  );

  it(
    'dashboard and wall have it, and custody tells who did what',
    told(async () => {
      const { ana, lead } = seats;
      await openClip(lead, FIRST, 'clips');
      await openPanel(lead, 'Custody');
      const story = lead.page.getByRole('list', { name: 'History' });
      for (const words of [
        /Tariq Invented \(protected\) submitted/,
        /Ana Invented/,
        /Ben Invented/,
        /Lea Invented/,
      ])
        await story.getByText(words).first().waitFor();
      await openClip(ana, FIRST, 'clips');
      await openPanel(ana, 'Custody');
      await ana.page
        .getByRole('list', { name: 'History' })
        .getByText(/Lea Invented/)
        .first()
        .waitFor();
      expect(await ana.page.content()).not.toContain('Tariq');

      if (isKeys) for (const key of ['g', 'd']) await lead.page.keyboard.press(key);
      else await lead.hands.press(nav(lead.page, 'Dashboard'));
      for (const words of ['Refuted 1', 'Inconclusive 1', 'Unreviewed 1', 'Closed 1'])
        await figure(lead.page, words).first().waitFor();
      const tile = wall.page.locator('dl > div', { hasText: 'Concluded today' }).locator('dd');
      await tile.getByText('2', { exact: true }).waitFor();
      expect(await wall.page.content()).not.toMatch(/Invented|graveyard|Examplevale/);
      for (const window of [...Object.values(seats), wall]) expect(window.faults).toEqual([]);
    }),
  );

  async function openClip({ page, hands }: Seat, file: FileName, from: 'inbox' | 'clips'): Promise<void> {
    if (page.url() === 'about:blank') await page.goto('/inbox');
    await nav(page, 'Inbox').waitFor();
    const link = page.getByRole('main').locator(`a[href="/clips/${ids.get(file) ?? ''}"]`);
    if (isKeys) {
      for (const key of ['g', from === 'inbox' ? 'i' : 'c']) await page.keyboard.press(key);
      await link.waitFor();
      const isThere = page.locator(`[data-active]:has(a[href="/clips/${ids.get(file) ?? ''}"])`);
      for (const key of ['j', 'j', 'j', 'k', 'k', 'k']) {
        if ((await isThere.count()) > 0) break;
        await page.keyboard.press(key);
        // A person sees where a key has led before pressing the next.
        await page.evaluate(
          'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))',
        );
      }
      await page.keyboard.press('o');
    } else {
      await nav(page, from === 'inbox' ? 'Inbox' : 'Clips').click();
      await hands.press(link);
    }
    await page.waitForURL(`**/clips/${ids.get(file) ?? ''}*`);
    await page.getByRole('tablist', { name: 'Panels' }).waitFor();
  }

  async function openPanel({ page, hands }: Seat, name: string): Promise<void> {
    const tabs = ['Claims', 'Annotate', 'Matches', 'Place', 'Times', 'Metadata', 'Comments', 'Custody'];
    if (isKeys) await page.keyboard.press(String(tabs.indexOf(name) + 1));
    else await hands.press(page.getByRole('tab', { name }));
    await page.getByRole('tab', { name, selected: true }).waitFor();
  }

  async function drawRectangle({ page, hands }: Seat): Promise<void> {
    await page.getByRole('button', { name: 'Rectangle' }).waitFor();
    const board = page.getByRole('application', { name: 'Rectangle: draw on the frame' });
    if (isKeys) {
      for (const key of ['a', 'r']) await page.keyboard.press(key);
      await hands.press(board);
      await page.keyboard.press('ArrowDown');
    } else {
      await hands.press(page.getByRole('button', { name: 'Rectangle' }));
      const box = await board.boundingBox();
      if (box === null) throw new Error('the board has no place');
      await page.mouse.move(box.x + box.width * 0.2, box.y + box.height * 0.25);
      await page.mouse.down();
      await page.mouse.move(box.x + box.width * 0.5, box.y + box.height * 0.6, { steps: 4 });
      await page.mouse.up();
    }
    await page.getByLabel('Width').waitFor();
  }

  async function save({ page, hands }: Seat): Promise<void> {
    if (isKeys) await page.keyboard.press('Control+Enter');
    else await hands.press(page.getByRole('button', { name: 'Save' }));
    await page.getByRole('form', { name: 'New annotation' }).waitFor({ state: 'detached' });
  }

  async function argue({ page, hands }: Seat): Promise<void> {
    await hands.press(claim(page, 'Place').getByRole('button', { name: 'Argue for or against' }));
    const form = page.getByRole('region', { name: 'An argument' });
    await hands.choose(form.getByRole('radio', { name: 'For' }));
    await hands.write(form.getByLabel('What was found, in a sentence'), 'No earlier copy (invented)');
    await hands.select(form.getByLabel('Kind of evidence to add'), 'A search');
    await hands.write(form.getByLabel('Engine or archive'), 'an example archive');
    await hands.write(form.getByLabel('What was looked for'), 'frame 0');
    await hands.press(form.getByRole('button', { name: 'Add', exact: true }));
    await hands.press(form.getByRole('button', { name: 'Record the argument' }));
    await claim(page, 'Place').getByRole('region', { name: 'For' }).getByText('No earlier copy').waitFor();
  }

  async function assess(
    { page, hands }: Seat,
    type: 'Place' | 'Time',
    verdict: 'Confirmed' | 'Refuted' | 'Inconclusive',
    reasons: string,
    name = 'Your assessment',
  ): Promise<void> {
    const head = claim(page, type).locator('[id^=claim-head-]');
    await head.waitFor();
    for (let steps = 0; steps < 2 && (await head.getAttribute('aria-expanded')) !== 'true'; steps += 1) {
      if (isKeys) await page.keyboard.press('n');
      else await hands.press(head);
    }
    const form = page.getByRole('region', { name });
    const open = claim(page, type).getByRole('button', { name: /^(Assess this claim|Rule on this claim)$/ });
    await open.first().waitFor();
    if (isKeys) {
      const digit = ['Confirmed', 'Refuted', 'Inconclusive'].indexOf(verdict) + 1;
      await page.keyboard.press('a');
      await page.locator('input[type=radio]:focus').waitFor();
      for (const key of [String(digit), 'e', 'N', 'Tab']) await page.keyboard.press(key);
      await page.keyboard.insertText('three map archives');
      await page.keyboard.press('Enter');
    } else {
      await hands.press(open.first());
      await hands.choose(form.getByRole('radio', { name: new RegExp(verdict) }));
      await hands.select(form.getByLabel('Kind of evidence to add'), 'Nothing was found');
      await hands.write(form.getByLabel('What was looked for, and where'), 'three map archives');
      await hands.press(form.getByRole('button', { name: 'Add', exact: true }));
    }
    await hands.write(form.getByLabel('Reasons'), reasons);
    if (isKeys) await page.keyboard.press('Control+Enter');
    else await hands.press(form.getByRole('button', { name: 'Read back' }));
    await form.getByText(`You say: ${verdict}.`).waitFor();
    if (isKeys) await page.keyboard.press('Control+Enter');
    else await hands.press(form.getByRole('button', { name: 'Submit' }));
    await form.waitFor({ state: 'detached' });
    await claim(page, type).getByText(reasons).first().waitFor();
  }
});

function claim(page: Page, type: 'Place' | 'Time') {
  return page.locator(`[data-claim][aria-label^="${type}:"]`);
}

/** A line of figures of the dashboard. */
function figure(page: Page, name: string) {
  return page.getByRole('link', { name });
}

function nav(page: Page, name: string) {
  return page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name, exact: true });
}

/** A recording, another of the same place, and a mirrored piece of the first: other pictures for each telling. */
async function footage(kind: 'mouse' | 'keys') {
  const [look, other] = kind === 'mouse' ? ['start_x=-0.74', 'testsrc2'] : ['start_x=-1.25', 'smptehdbars'];
  const encode = '-c:v libx264 -preset veryfast -pix_fmt yuv420p';
  const paths = [
    await media.ffmpeg(
      `${kind}-1.mp4`,
      `-f lavfi -i mandelbrot=s=480x270:r=25:maxiter=300:${look} -t 6 ${encode}`,
    ),
    await media.ffmpeg(`${kind}-2.mp4`, `-f lavfi -i ${other}=s=480x270:r=25 -t 2 ${encode}`),
  ];
  paths.push(
    await media.ffmpeg(`${kind}-3.mp4`, `-ss 1 -t 4 -i ${paths[0] ?? ''} -vf hflip ${encode} -crf 28`),
  );
  return Promise.all(
    FILES.map(async (name, index) => ({
      name,
      mimeType: 'video/mp4',
      buffer: await readFile(paths[index] ?? ''),
    })),
  );
}
