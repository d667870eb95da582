import { randomInt } from 'node:crypto';

const WORDS = 'amber basil cedar delta ember fjord grove harbour inlet juniper lagoon meadow'.split(' ');

/**
 * The invented people of the demo's desk, all with one password, and the newcomer, who chooses their own by the link. Sami
 * hands the clips in: whoever submits a clip cannot judge it independently, and the newcomer shall be able to.
 */
export async function invitePeople(desk, adminToken) {
  const inboxId = (await desk.get('/cases', adminToken)).items.find((each) => each.inbox).id;
  const { userId } = await desk.get('/me', adminToken);
  await desk.patch(`/users/${userId}`, adminToken, { name: 'Newcomer', email: 'newcomer@example.org' });
  const password = inventPassword();
  const invite = async (name, role) => {
    const email = `${name.toLowerCase().replace(' ', '.')}@example.org`;
    const { id } = await desk.post('/users', adminToken, { email, name, password });
    await desk.post(`/cases/${inboxId}/members`, adminToken, { userId: id, role });
    const { token } = await desk.post('/tokens', adminToken, { name: 'demo', scope: 'full', userId: id });
    return { userId: id, name, email, role, token };
  };
  return {
    inboxId,
    password,
    admin: { userId, token: adminToken },
    ana: await invite('Ana Invented', 'reviewer'),
    ben: await invite('Ben Invented', 'reviewer'),
    noor: await invite('Noor Invented', 'reviewer'),
    lea: await invite('Lea Invented', 'lead'),
    sami: await invite('Sami Invented', 'submitter'),
  };
}

function inventPassword() {
  const word = () => WORDS[randomInt(WORDS.length)];
  return `${word()}-${word()}-${randomInt(1000, 10_000)}`;
}
