/**
 * What a desk does with clips, played by invented people, so that a newcomer sees reviewed clips beside fresh ones: one ends
 * `verified`, one `refuted`, and one is left `disputed` for the newcomer to look into.
 */
export async function reviewClips(desk, { admin, inboxId, ana, ben }) {
  const adminToken = admin.token;
  const market = await desk.finishedClip(adminToken, '/@lina_invented/101');
  const repost = await desk.finishedClip(adminToken, '/@copycat/55');
  const bridge = await desk.finishedClip(adminToken, '/@bridge_watch/7');
  await desk.patch(`/clips/${market.id}`, adminToken, { assigneeId: ana.userId });
  const mark = await markSameStall(desk, inboxId, ana, ben, market, repost);

  for (const claim of market.claims) {
    for (const [reviewer, rationale] of [
      [ana, 'the awning and the corner fit (demo)'],
      [ben, 'looked at every frame on my own; it fits (demo)'],
    ]) {
      await assess(desk, reviewer, claim.id, 'confirmed', rationale, [
        { kind: 'annotation', ref: mark.market },
      ]);
    }
  }
  const [source] = repost.claims;
  const finding = await desk.post(`/clips/${repost.id}/findings`, ben.token, {
    claimId: source.id,
    stance: 'contradicts',
    summary: 'the same stall, mirrored, in an earlier post of another account (demo)',
    evidence: [{ kind: 'annotation', ref: mark.repost }],
  });
  for (const reviewer of [ana, ben]) {
    await assess(desk, reviewer, source.id, 'refuted', 'it is a copy of the market street clip (demo)', [
      { kind: 'finding', ref: finding.id },
    ]);
  }
  const place = bridge.claims.find(({ type }) => type === 'location');
  const unsure = [{ kind: 'none_found', note: 'no second picture of the bridge was found (demo)' }];
  await assess(desk, ana, place.id, 'confirmed', 'the arches fit (demo)', unsure);
  await assess(desk, ben, place.id, 'inconclusive', 'many bridges have such arches (demo)', unsure);
  return { disputed: bridge.id };
}

async function markSameStall(desk, caseId, ana, ben, market, repost) {
  const stall = await desk.post('/subjects', ana.token, {
    caseId,
    kind: 'landmark',
    name: 'stall with a striped awning (invented)',
  });
  const draw = async (clip, reviewer) => {
    const { items } = await desk.get(`/clips/${clip.id}/frames`, reviewer.token);
    const made = await desk.post(`/frames/${items[0].id}/annotations`, reviewer.token, {
      type: 'Annotation',
      motivation: 'identifying',
      body: { type: 'TextualBody', value: 'the awning (demo)' },
      target: {
        source: items[0].imageUrl,
        selector: { type: 'FragmentSelector', value: 'xywh=percent:30,30,25,20' },
      },
      subjectId: stall.id,
    });
    return made.id;
  };
  return { market: await draw(market, ana), repost: await draw(repost, ben) };
}

function assess(desk, reviewer, claimId, verdict, rationale, evidence) {
  return desk.post(`/claims/${claimId}/assessments`, reviewer.token, { verdict, rationale, evidence });
}
