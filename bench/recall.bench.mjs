/**
 * Which edited copies of a clip are found again, and how exactly.
 *
 * Method: every source (real clips beside the project, made ones by ffmpeg's own sources) is encoded once as a master of 270
 * lines; every edit of test/media/edits.ts is made of it. Tracks are made by the filters of the frames pass and TrackBuilder.
 * "Found": the edit's pictures are asked of an archive of all masters and impostors (LOOKS, chooseCandidates), the
 * candidates laid on it (alignTracks), and a segment lies where the truth is: half of the true stretch at least. "Back": the
 * same with the edit in the archive and the master asked. The error is the farther of both ends on both sides. A false match is
 * any other clip of the archive that is aligned. Thresholds were fixed on the half called seen.
 *
 * node bench/recall.bench.mjs [--half seen|unseen|both] [--only NAME] [--verbose] [--keep FOLDER]
 * Clips and tracks are kept and used again in FOLDER: remove *.track.json when what makes tracks has changed.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { BruteArchive } from './recall/archive.mjs';
import { COUNTED, HALVES, IMPOSTORS, sourceOf, writeMaster } from './recall/sources.mjs';

await import('./frames-ts-hooks.mjs');
const media = await import('../test/media/raw-frames.ts');
const { SINGLE_EDITS, PAIRED_EDITS, writeEdit } = await import('../test/media/edits.ts');
const { trackOfClip } = await import('../test/media/clip-track.ts');
const match = '../src/analysis/stages/match/domain';
const fingerprint = '../src/analysis/stages/fingerprint/domain';
const { decodeTrack, encodeTrack } = await import(`${fingerprint}/track.ts`);
const { encodeIndexRecords, INDEX_RECORD_BYTES } = await import(`${fingerprint}/index-records.ts`);
const { alignTracks } = await import(`${match}/align-tracks.ts`);
const { turnRound } = await import(`${match}/alignment.ts`);
const { chooseCandidates } = await import(`${match}/choose-candidates.ts`);
const { chooseQueries, LOOKS } = await import(`${match}/choose-queries.ts`);
const { hashDistance } = await import(`${match}/hash-distance.ts`);

const { values } = parseArgs({
  options: {
    half: { type: 'string', default: 'both' },
    only: { type: 'string' },
    keep: { type: 'string' },
    verbose: { type: 'boolean', default: false },
  },
});

const folder = values.keep ?? (await mkdtemp(join(tmpdir(), 'sightline-recall-')));
try {
  const halves = values.half === 'both' ? ['seen', 'unseen'] : [values.half];
  for (const half of halves) measureHalf(half);
  if (values.half !== 'seen') measureFamily();
} finally {
  if (values.keep === undefined) await rm(folder, { recursive: true, force: true });
}

function measureHalf(half) {
  const names = HALVES[half].filter((name) => isThere(sourceOf(name)));
  console.log(`\n-- ${half} half: ${names.join(', ')}`);
  const masters = names.map((name) => made(sourceOf(name)));
  const impostors = IMPOSTORS.filter(isThere).map(made);
  const archive = new BruteArchive();
  const clips = [...masters, ...impostors].map((clip) => ({ ...clip, id: archive.add(clip.tracks) }));
  const outcomes = [];
  for (const kind of [SINGLE_EDITS, PAIRED_EDITS]) {
    for (const edit of kind.filter(({ name }) => values.only === undefined || name.includes(values.only))) {
      outcomes.push(...measureEdit(edit, kind === SINGLE_EDITS, clips.slice(0, masters.length), archive));
    }
  }
  const strangers = falseMatches(clips);
  summary(half, outcomes, strangers);
}

function isThere({ clip }) {
  if (clip === undefined || media.hasClip(clip)) return true;
  console.log(`NOTE: ../shared/clips/${clip} is absent and left out`);
  return false;
}

function made(source) {
  const path = join(folder, `${source.name.replaceAll(' ', '-')}.mp4`);
  return kept(path, () => writeMaster(media, source, path));
}

/** What `write` answers, with the track of the clip that it has written; from the folder where they are there. */
function kept(path, write) {
  const written = keptJson(`${path}.json`, write);
  const bytes = (array) => Buffer.from(array).toString('base64');
  const { track, records } = keptJson(`${path}.track.json`, () => {
    const sampled = trackOfClip(path);
    return { track: bytes(encodeTrack(sampled.track)), records: bytes(encodeIndexRecords(sampled.records)) };
  });
  const unpacked = decodeTrack(Buffer.from(track, 'base64'));
  return { ...written, tracks: { track: unpacked, records: recordsOf(Buffer.from(records, 'base64')) } };
}

function keptJson(path, make) {
  if (!existsSync(path)) writeFileSync(path, JSON.stringify(make()));
  return JSON.parse(readFileSync(path, 'utf8'));
}

function recordsOf(bytes) {
  return Array.from({ length: bytes.length / INDEX_RECORD_BYTES }, (_, i) => {
    const at = i * INDEX_RECORD_BYTES;
    const [quality, view] = bytes.subarray(at + 36, at + 38);
    return { hash: bytes.subarray(at, at + 32), ptsMs: bytes.readUInt32LE(at + 32), quality, view };
  });
}

function measureEdit(edit, isSingle, masters, archive) {
  const outcomes = masters.map((master) => {
    const path = join(folder, `${master.name} ${edit.name}.mp4`.replaceAll(/[ %+]+/g, '-'));
    const { tracks, truth } = kept(path, () => ({
      truth: writeEdit(edit, master.path, master.lengthMs, path),
    }));
    const found = lookUp(tracks.track, archive);
    const own = found.find(({ id }) => id === master.id);
    const back = lookBack(tracks, master);
    const others = found.filter(({ id }) => id !== master.id).length;
    return {
      ...{ edit: edit.name, isSingle, source: master.name, others },
      ...{ found: judged(own?.alignment, truth), back: judged(back, truth), alignment: own?.alignment },
    };
  });
  const cells = outcomes.map(({ source, found, back, others }) => {
    const falses = others > 0 ? ` FALSE ${others}` : '';
    return `${source} ${cell(found)}/${cell(back)}${falses}`.padEnd(26);
  });
  console.log(`  ${edit.name.padEnd(26)} ${cells.join(' ')}`);
  if (values.verbose)
    for (const { source, alignment } of outcomes) console.log(source, JSON.stringify(alignment));
  return outcomes;
}

function cell({ isFound, errorMs }) {
  return isFound ? `${errorMs} ms` : '-';
}

/** As part match does it. */
function lookUp(track, archive, isAsked) {
  const results = LOOKS.map((look) => {
    const queries = chooseQueries(track, look);
    return { queries, hits: archive.search({ ...look, hashes: queries.hashes }, hashDistance, isAsked) };
  });
  return chooseCandidates(results).flatMap(({ fingerprintId }) => {
    const alignment = alignTracks(track, archive.track(fingerprintId));
    return alignment === null ? [] : [{ id: fingerprintId, alignment }];
  });
}

function lookBack(tracks, master) {
  const archive = new BruteArchive();
  archive.add(tracks);
  const [found] = lookUp(master.tracks.track, archive);
  return found === undefined ? undefined : turnRound(found.alignment);
}

function judged(alignment, truth) {
  const length = truth.endMs - truth.startMs;
  const best = (alignment?.segments ?? []).toSorted((a, b) => b.endMs - b.startMs - (a.endMs - a.startMs))[0];
  if (best === undefined || best.mirrored !== truth.mirrored) return { isFound: false };
  const toOther = (time) => truth.otherStartMs + truth.speed * (time - truth.startMs);
  const common = Math.min(best.endMs, truth.endMs) - Math.max(best.startMs, truth.startMs);
  const drift = Math.abs(toOther(best.startMs) - best.otherStartMs);
  if (common < length / 2 || drift > 1_000) return { isFound: false };
  const errors = [
    best.startMs - truth.startMs,
    best.endMs - truth.endMs,
    best.otherStartMs - truth.otherStartMs,
    best.otherEndMs - toOther(truth.endMs),
  ];
  return {
    isFound: true,
    errorMs: Math.round(Math.max(...errors.map(Math.abs))),
    segments: alignment.segments.length,
  };
}

/** Every two clips of the archive: no two show the same footage. */
function falseMatches(clips) {
  const strangers = [];
  for (const [i, a] of clips.entries()) {
    for (const b of clips.slice(i + 1)) {
      const alignment = alignTracks(a.tracks.track, b.tracks.track);
      if (alignment !== null) strangers.push({ a: a.name, b: b.name, alignment });
    }
  }
  return strangers;
}

function summary(half, outcomes, strangers) {
  const counted = outcomes.filter(({ source }) => COUNTED[half].includes(source));
  console.log(
    `  single edits of the three counted sources  ${told(counted.filter(({ isSingle }) => isSingle))}`,
  );
  console.log(
    `  single edits of all sources                ${told(outcomes.filter(({ isSingle }) => isSingle))}`,
  );
  console.log(
    `  edits combined                             ${told(outcomes.filter(({ isSingle }) => !isSingle))}`,
  );
  console.log(
    `  false matches of edits ${outcomes.reduce((sum, { others }) => sum + others, 0)}, among unrelated clips ${strangers.length}`,
  );
  for (const { a, b, alignment } of strangers) console.log(`    ${a} and ${b}: ${JSON.stringify(alignment)}`);
}

function told(outcomes) {
  const found = outcomes.filter((outcome) => outcome.found.isFound);
  const back = outcomes.filter((outcome) => outcome.back.isFound);
  const errors = found.map((outcome) => outcome.found.errorMs).toSorted((a, b) => a - b);
  const within = errors.filter((error) => error < 200).length;
  return `${found.length} of ${outcomes.length} (back ${back.length}), error median ${errors[errors.length >> 1]} ms, worst ${errors.at(-1)} ms, under 200 ms ${within}`;
}

/** The five copies of one recording, and the clips that show something else. */
function measureFamily() {
  const names = [
    'hd-no-bar',
    'longer-no-bar',
    'sd-grey-bar',
    'sd-with-large-logo-bar',
    'sd-with-small-logo-bar',
  ];
  const family = names.map((name) => ({ name, clip: `tmk/pattern-${name}.mp4` })).filter(isThere);
  if (family.length < names.length) return;
  const tracks = family.map(({ clip }) => trackOfClip(media.clipPath(clip)).track);
  const pairs = [];
  for (const [i, a] of tracks.entries()) {
    for (const [j, b] of tracks.entries()) {
      if (i >= j) continue;
      const alignment = alignTracks(a, b);
      pairs.push({ i, j, alignment });
      console.log(
        `  ${names[i]} and ${names[j]}: ${alignment === null ? 'nothing' : `coverage ${alignment.coverage.toFixed(2)} and ${alignment.otherCoverage.toFixed(2)}, score ${alignment.score.toFixed(2)}`}`,
      );
    }
  }
  const strangers = [
    'tmk/doorknob-hd-no-bar.mp4',
    'opencv/vtest.avi',
    'opencv/Megamind.avi',
    'opencv/tree.avi',
  ]
    .map((clip) => trackOfClip(media.clipPath(clip)).track)
    .flatMap((stranger) => tracks.map((track) => alignTracks(stranger, track)))
    .filter((alignment) => alignment !== null);
  const linked = pairs.filter(({ alignment }) => alignment !== null).length;
  console.log(
    `  pattern family: ${linked} of ${pairs.length} pairs; matches with other clips: ${strangers.length}`,
  );
}
