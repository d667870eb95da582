import { Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/problem';
import { Moment } from '@/ui/time';
import classes from './custody.module.css';
import { RawEvent } from './raw-event';
import { isNothing, toldLines } from './told-value';

interface Props {
  readonly clipId: string;
  readonly item: Schemas['HistoryItem'];
}

/** One sentence of the record; opened, what changed and the event as it was sealed. */
export function HistoryEntry({ clipId, item }: Props) {
  const { t } = useTranslation('clip');
  const [isOpen, { toggle }] = useDisclosure(false);
  return (
    <li className={classes['entry']}>
      <Text size="xs" c="dimmed">
        <Moment at={item.at} />
      </Text>
      <bdi>{item.summary}</bdi>
      {item.changes?.map(({ field, before, after }) => (
        <Text size="xs" key={field} component="div" style={{ overflowWrap: 'anywhere' }}>
          <bdi>{field}</bdi>:{' '}
          {isNothing(before) ? null : (
            <>
              <Told value={before} /> {t('custody.became')}{' '}
            </>
          )}
          <Told value={after} />
        </Text>
      ))}
      <div>
        <UnstyledButton
          c="var(--mantine-color-anchor)"
          fz="xs"
          mih={24}
          onClick={toggle}
          aria-expanded={isOpen}
        >
          {t(isOpen ? 'custody.hideEvent' : 'custody.showEvent', { seq: item.seq })}
        </UnstyledButton>
      </div>
      {isOpen && <RawEvent clipId={clipId} seq={item.seq} />}
    </li>
  );
}

function Told({ value }: { readonly value: unknown }) {
  const [first = '–', ...others] = toldLines(value);
  return (
    <>
      <bdi>{first}</bdi>
      {others.map((line) => (
        <div key={line}>
          <bdi>{line}</bdi>
        </div>
      ))}
    </>
  );
}
