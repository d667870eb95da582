const ALL = ['en-light', 'en-dark', 'ar-light', 'ar-dark'];
const TWO = ['en-light', 'ar-dark'];
/** A map draws its borders in a worker, which nothing in the page tells of. */
const MAP_MS = 5000;

/** The pages that are drawn, by name: where they are, in which looks, and what is done there first. */
export async function findPages(desk, token, { clips, caseId, wallToken }) {
  const { verified, refuted, disputed } = clips;
  const [match] = (await desk.get(`/clips/${verified.id}/matches`, token)).items;
  const frames = (await desk.get(`/clips/${verified.id}/frames`, token)).items;
  const clip = (id, search = '') => `/clips/${id}${search}`;
  return [
    { name: 'inbox', address: '/inbox', looks: ALL },
    { name: 'dashboard', address: '/dashboard', looks: ALL },
    { name: 'workspace', address: clip(verified.id), looks: ALL },
    { name: 'clips', address: '/clips', looks: TWO },
    { name: 'submit', address: '/submit', looks: TWO, act: pasteLinks },
    {
      name: 'annotate',
      address: clip(verified.id, `?panel=annotate&frame=${frames[0].id}`),
      looks: TWO,
    },
    { name: 'veil', address: clip(refuted.id), looks: TWO },
    { name: 'compare', address: clip(verified.id, `/compare/${match.id}`), looks: TWO },
    { name: 'map', address: `/map?case=${caseId}`, looks: TWO, waitMs: MAP_MS },
    { name: 'place', address: clip(disputed.id, '?panel=place'), looks: TWO, waitMs: MAP_MS },
    { name: 'assess', address: clip(disputed.id, '?panel=claims'), looks: TWO, act: beginAssessing },
    { name: 'wall', address: `/wall#token=${wallToken}`, looks: TWO },
  ];
}

async function pasteLinks(page) {
  const links = page.locator('textarea').first();
  await links.fill('https://example.org/graveyard-1.mp4\nhttps://example.org/graveyard-2.mp4');
  await links.press('Enter');
}

async function beginAssessing(page) {
  await page.locator('[data-claim]').first().waitFor();
  await page.keyboard.press('a');
  await page.locator('input[type=radio]:focus').waitFor();
}
