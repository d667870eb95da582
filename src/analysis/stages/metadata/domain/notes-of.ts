import type { MetadataOutput } from '../metadata.contract.js';

type Facts = Pick<MetadataOutput, 'gps' | 'times' | 'device' | 'encoder' | 'contentCredentials' | 'tags'>;

/** What a reviewer must know to read the figures rightly. An absence is never evidence. */
export function notesOf(facts: Facts): string[] {
  return [
    ...positionNotes(facts),
    ...timeNotes(facts),
    ...originNotes(facts),
    ...credentialNotes(facts),
    'Embedded values can be written by anyone; alone they prove neither place nor time nor device.',
  ];
}

function positionNotes({ gps }: Facts): string[] {
  if (!gps) {
    return ['No position is embedded. Platforms remove positions, so its absence proves nothing.'];
  }
  return gps.lat === 0 && gps.lon === 0 ? ['The embedded position is 0, 0: most likely an unset value.'] : [];
}

function timeNotes({ times }: Facts): string[] {
  if (times.length === 0) {
    return ['No time is embedded. Platforms remove times, so its absence proves nothing.'];
  }
  return times.some(({ zoneKnown }) => !zoneKnown)
    ? ['Some embedded times state no zone: they may be UTC or the local time of the camera.']
    : [];
}

function originNotes({ device, encoder }: Facts): string[] {
  const library = encoder.find(({ value }) => /^(Lavf|Lavc|HandBrake|x264|MEncoder|Google)/i.test(value));
  const notes: string[] = [];
  if (!device) notes.push('No camera or phone is named.');
  if (library) {
    notes.push(
      `The file was written by software ("${library.value}"), as platforms, messengers and editors do: it is most likely not the camera's own file.`,
    );
  }
  return notes;
}

function credentialNotes({ contentCredentials, tags }: Facts): string[] {
  const remote = Object.entries(tags).find(([tag]) => /:Provenance$/i.test(tag));
  const notes = remote
    ? [`The file names content credentials kept elsewhere (${remote[1]}); they were not fetched.`]
    : [];
  if (contentCredentials.state === 'valid' && contentCredentials.isSignerTrusted !== true) {
    notes.push(
      'The content credentials fit the bytes, but their signer is on no trust list here: anyone can make such a signature.',
    );
  }
  if (contentCredentials.state === 'invalid') {
    notes.push(
      'The content credentials do not fit the bytes, or cannot be read: changed after signing, or damaged.',
    );
  }
  return notes;
}
