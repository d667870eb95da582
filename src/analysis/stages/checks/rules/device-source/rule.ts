import { foldAccount } from '../../../../../shared/fold-account.js';
import type { MetadataOutput } from '../../../metadata/metadata.contract.js';
import type { CheckFacts, ClaimFacts } from '../../domain/facts.js';
import type { Rule, RuleAnswer } from '../../domain/rule.js';
import { quoted } from '../../domain/say.js';
import { tagEvidence } from '../metadata-ref.js';
import { brandsIn, isNegated } from './brands.js';

const ANYONE = 'Embedded names can be written by anyone.';
/** Tags in which cameras, editors and people write whose the clip is. */
const OWNER =
  /:(Artist|Author|OwnerName|CameraOwnerName|Creator|com\.apple\.quicktime\.(author|artist))(-[a-z]{2,3})?$/i;

export const deviceSource: Rule = {
  id: 'device-source',
  version: '1',
  check: (facts) => {
    const { metadata } = facts;
    if (metadata === null) return [nothing(null, 'What the file says of itself could not be read.')];
    const device = deviceText(metadata);
    const owner = ownerOf(metadata);
    if (device === null && owner === null)
      return [
        nothing(
          null,
          'The file names neither a device nor an owner. Platforms remove both, so that proves nothing.',
        ),
      ];
    const sources = facts.claims.filter(({ type }) => type === 'source');
    if (sources.length === 0) return [named(device, owner)];
    return sources.flatMap((claim) => judge(claim, device, owner));
  },
};

interface Owner {
  readonly tag: string;
  readonly name: string;
}

function judge(claim: ClaimFacts, device: string | null, owner: Owner | null): RuleAnswer[] {
  const answers = [
    ...(device === null ? [] : [againstDevice(claim, device)]),
    ...(owner === null ? [] : [againstOwner(claim, owner)]),
  ];
  return answers;
}

function againstDevice(claim: ClaimFacts, device: string): RuleAnswer {
  const words = wordsOf(claim);
  const [claimed, ...more] = brandsIn(words);
  const found = brandsIn(device);
  if (claimed === undefined || more.length > 0 || found.length === 0)
    return nothing(
      claim.id,
      `The file names the device ${quoted(device)}; the claim names no single maker that it could be compared with.`,
    );
  const common = {
    claimId: claim.id,
    compared: { device, claimedMaker: claimed, embeddedMakers: found },
    evidence: [{ kind: 'metadata' as const, ref: 'device' }],
  };
  const fits = found.includes(claimed);
  const summary = `The file names the device ${quoted(device)}; the words of the claim name ${claimed}.`;
  if (isNegated(words))
    return {
      ...common,
      outcome: 'neutral',
      summary: `${summary} The claim has a word like "not", so a person must read it.`,
    };
  return fits
    ? {
        ...common,
        outcome: 'supports',
        summary: `${summary} Millions of people own such a device, and ${ANYONE.toLowerCase()}`,
      }
    : { ...common, outcome: 'contradicts', summary: `${summary} Only words were compared. ${ANYONE}` };
}

function againstOwner(claim: ClaimFacts, owner: Owner): RuleAnswer {
  const claimed = [claim.value['handle'], claim.value['name']].filter((text) => typeof text === 'string');
  const common = {
    claimId: claim.id,
    compared: { tag: owner.tag, owner: owner.name, claimed },
    evidence: [tagEvidence(owner.tag)],
  };
  const own = foldAccount(null, owner.name)?.key;
  const isSame =
    own !== undefined &&
    claimed.some((text) => foldAccount(null, text)?.key.toLowerCase() === own.toLowerCase());
  return {
    ...common,
    outcome: isSame ? 'supports' : 'neutral',
    summary: isSame
      ? `The file names ${quoted(owner.name)} as its maker, as the claim does. ${ANYONE}`
      : `The file names ${quoted(owner.name)} as its maker (${quoted(owner.tag, 60)}). That may be who filmed it, who edited it, or a program.`,
  };
}

function named(device: string | null, owner: Owner | null): RuleAnswer {
  const parts = [
    ...(device === null ? [] : [`the device ${quoted(device)}`]),
    ...(owner === null ? [] : [`${quoted(owner.name)} as its maker`]),
  ];
  return {
    outcome: 'neutral',
    claimId: null,
    summary: `The file names ${parts.join(' and ')}. Nobody claims a source that it could be compared with. ${ANYONE}`,
    compared: { device, owner: owner?.name ?? null },
    evidence: [device === null ? tagEvidence(owner?.tag ?? '') : { kind: 'metadata', ref: 'device' }],
  };
}

/** A program's name alone is no device. */
function deviceText({ device }: MetadataOutput): string | null {
  if (device === null) return null;
  const { make, model } = device;
  const text = [make, model].filter((part) => part !== null).join(' ');
  return text === '' ? null : text;
}

function ownerOf({ tags }: MetadataOutput): Owner | null {
  const found = Object.entries(tags).find(([tag, value]) => OWNER.test(tag) && value.trim() !== '');
  return found === undefined ? null : { tag: found[0], name: found[1] };
}

/** All that the claim says in words. */
function wordsOf({ statement, value }: CheckFacts['claims'][number]): string {
  return [statement, value['name']].filter((text) => typeof text === 'string').join(' ');
}

function nothing(claimId: string | null, summary: string): RuleAnswer {
  return { outcome: 'not_applicable', claimId, summary };
}
