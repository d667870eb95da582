/** The archive as the match index answers for it, by looking at all: what is exact needs no index to be measured. */
export class BruteArchive {
  #clips = [];

  /** @returns the fingerprint id */
  add({ track, records }) {
    this.#clips.push({
      track,
      records,
      words: records.map(({ hash }) => new Uint32Array(Uint8Array.from(hash).buffer)),
    });
    return this.#clips.length;
  }

  track(fingerprintId) {
    return this.#clips[fingerprintId - 1].track;
  }

  search({ hashes, radius, mostHitsPerHash }, hashDistance, isAsked = () => true) {
    const asked = new Uint32Array(Uint8Array.from(hashes).buffer);
    const hits = [];
    for (let query = 0; query < asked.length / 8; query += 1) {
      const own = [];
      for (const [clip, { records, words }] of this.#clips.entries()) {
        if (!isAsked(clip + 1)) continue;
        for (const [i, record] of records.entries()) {
          const distance = hashDistance(asked, query, words[i], 0, radius);
          if (distance > radius) continue;
          own.push({ query, fingerprintId: clip + 1, ptsMs: record.ptsMs, view: record.view, distance });
        }
      }
      hits.push(...own.toSorted((a, b) => a.distance - b.distance).slice(0, mostHitsPerHash));
    }
    return hits;
  }
}
