import { newKey } from './new-key';

/** What a person writes about a clip, as they typed it: empty means not said. */
export interface RowFields {
  readonly caseId: string;
  readonly note: string;
  readonly postedAt: string;
  /** IANA zone in which `postedAt` was read off the post. */
  readonly postedZone: string;
  readonly sensitivity: '' | 'none' | 'personal' | 'graphic';
  readonly protectSubmitter: boolean;
  readonly location: Words & {
    readonly place: string;
    readonly coordinates: string;
    readonly radiusM: string;
  };
  readonly time: Words & {
    readonly edtf: string;
    readonly earliest: string;
    readonly latest: string;
    readonly timezone: string;
  };
  readonly source: Words & { readonly handle: string; readonly platform: string; readonly name: string };
  /** `details` has one `name: value` a line. */
  readonly other: Words & { readonly details: string };
}

interface Words {
  readonly statement: string;
  readonly claimedBy: string;
}

export const CLAIM_TYPES = ['location', 'time', 'source', 'other'] as const;
export type ClaimType = (typeof CLAIM_TYPES)[number];

/** Something in a row that cannot be accepted, at the API's path of the field. */
export interface RowFault {
  readonly path: string;
  /** The server's words, or the key of our own. */
  readonly message: string;
  readonly isOurs?: boolean;
}

export interface DraftRow {
  readonly key: string;
  readonly kind: 'link' | 'file';
  readonly url: string;
  readonly fileName: string;
  /** Where the row stands in the table that it came from. */
  readonly line: number | null;
  readonly fields: RowFields;
  readonly faults: readonly RowFault[];
}

const words = { statement: '', claimedBy: '' };

export const EMPTY_FIELDS: RowFields = {
  caseId: '',
  note: '',
  postedAt: '',
  postedZone: '',
  sensitivity: '',
  protectSubmitter: false,
  location: { ...words, place: '', coordinates: '', radiusM: '' },
  time: { ...words, edtf: '', earliest: '', latest: '', timezone: '' },
  source: { ...words, handle: '', platform: '', name: '' },
  other: { ...words, details: '' },
};

export function linkRow(url: string, more: Partial<Omit<DraftRow, 'kind' | 'url'>> = {}): DraftRow {
  return {
    key: newKey(),
    kind: 'link',
    fileName: '',
    line: null,
    fields: EMPTY_FIELDS,
    faults: [],
    ...more,
    url,
  };
}

export function fileRow(fileName: string): DraftRow {
  return { ...linkRow(''), kind: 'file', fileName };
}

/** Whether anything was said in this claim. */
export function isClaimed(claim: RowFields[ClaimType]): boolean {
  return Object.values(claim).some((text: string) => text.trim() !== '');
}

/** What is sent for a row: where it says nothing of a thing, it takes what was said for all rows. */
export function withShared(own: RowFields, shared: RowFields): RowFields {
  const or = (name: 'caseId' | 'note' | 'postedAt') => (own[name].trim() === '' ? shared[name] : own[name]);
  const claim = <Type extends ClaimType>(type: Type): RowFields[Type] =>
    isClaimed(own[type]) ? own[type] : shared[type];
  return {
    caseId: or('caseId'),
    note: or('note'),
    postedAt: or('postedAt'),
    postedZone: own.postedAt.trim() === '' ? shared.postedZone : own.postedZone,
    sensitivity: own.sensitivity === '' ? shared.sensitivity : own.sensitivity,
    protectSubmitter: own.protectSubmitter || shared.protectSubmitter,
    location: claim('location'),
    time: claim('time'),
    source: claim('source'),
    other: claim('other'),
  };
}
