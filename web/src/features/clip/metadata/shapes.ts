import type { Schemas } from '@/api/problem';

export type Metadata = Schemas['ClipMetadata'];
type Known<Key extends keyof Metadata> = NonNullable<Metadata[Key]>;
export type Credentials = Known<'contentCredentials'>;
export type Stream = Known<'streams'>[number];
export type EmbeddedTime = Known<'times'>[number];

/** What an absence means: it was looked for, or it could not be looked for yet. */
export type Absence = 'none' | 'notRead';

/** The stage that reads tags has not ended well while it has given neither times nor tags. */
export function absenceOf(metadata: Metadata): Absence {
  return metadata.tags === null && metadata.times === null ? 'notRead' : 'none';
}

/** `12.5 Mbit/s`, with Latin digits. */
export function bitRateOf(bitsPerSecond: number | null): string | null {
  if (bitsPerSecond === null) return null;
  return bitsPerSecond >= 1_000_000
    ? `${Math.round(bitsPerSecond / 100_000) / 10} Mbit/s`
    : `${Math.round(bitsPerSecond / 1000)} kbit/s`;
}

/** Tags whose name or text holds every word that is looked for, by name. */
export function matchingTags(tags: Readonly<Record<string, string>>, words: string): [string, string][] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return Object.entries(tags)
    .filter(([name, text]) => {
      const all = `${name} ${text}`.toLowerCase();
      return wanted.every((word) => all.includes(word));
    })
    .toSorted(([one], [other]) => one.localeCompare(other, 'en'));
}
