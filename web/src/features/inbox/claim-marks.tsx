import { CircleHelp, Clock, MapPin, TriangleAlert, UserRound } from 'lucide-react';
import styles from './clip-list.module.css';
import type { ClipRow } from './clip-row';
import { Mark } from './mark';
import type { ListWords } from './use-list-words';
import { verdictSign, verdictTone } from './tones';

const icons = { location: MapPin, time: Clock, source: UserRound, other: CircleHelp } as const;
const MOST = 4;

interface Props {
  readonly claims: ClipRow['claims'];
  readonly t: ListWords['t'];
}

/** What each claim has come to: its kind as a picture, its verdict as colour and sign, both as words for who hears them. */
export function ClaimMarks({ claims, t }: Props) {
  return (
    <span className={styles['claims']}>
      {claims.slice(0, MOST).map(({ id, type, verdict, needsAttention }) => {
        const Icon = icons[type];
        const words = `${t(`ui:claimType.${type}` as never)}: ${t(`ui:verdict.${verdict}` as never)}`;
        return (
          <Mark key={id} tone={needsAttention ? 'orange' : verdictTone[verdict]} title={words}>
            <Icon size={11} aria-hidden />
            <span aria-hidden>{verdictSign[verdict]}</span>
            {needsAttention && <TriangleAlert size={11} aria-hidden />}
            <span className={styles['hidden']}>{words}</span>
          </Mark>
        );
      })}
      {claims.length > MOST && <Mark tone="gray">+{claims.length - MOST}</Mark>}
    </span>
  );
}
