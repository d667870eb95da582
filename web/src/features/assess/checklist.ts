import type { Draft } from './draft';

type ClaimType = 'location' | 'time' | 'source' | 'other';

/** What verifiers look at before they judge a claim of this type. It reminds; it is never a condition. */
export const stepsFor: Readonly<Record<ClaimType, readonly string[]>> = {
  location: ['landmarks', 'gazetteer', 'terrain', 'shadows', 'signs', 'counter'],
  time: ['post_time', 'embedded_time', 'earlier_copies', 'weather_light', 'events', 'counter'],
  source: ['account_history', 'first_publisher', 'own_footage', 'contact', 'interest', 'counter'],
  other: ['visible', 'heard', 'earlier_copies', 'other_footage', 'counter'],
};

/** Steps that are neither done nor set aside with a reason. */
export function openSteps(type: ClaimType, checklist: Draft['checklist']): readonly string[] {
  return stepsFor[type].filter((step) => {
    const taken = checklist[step];
    return taken === undefined || (taken.state === 'not_applicable' && taken.note.trim() === '');
  });
}
