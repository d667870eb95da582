import { Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/problem';
import { Moment } from '@/ui/time';
import classes from './custody.module.css';
import { RawEvent } from './raw-event';

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
        <Text size="xs" key={field}>
          <bdi>{field}</bdi>: <bdi>{plain(before)}</bdi> {t('custody.became')} <bdi>{plain(after)}</bdi>
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

function plain(value: unknown): string {
  if (value === null || value === undefined) return '–';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
