import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/problem';
import { valueLines } from './value-lines';

interface Props {
  readonly type: Schemas['Claim']['type'];
  readonly value: Readonly<Record<string, unknown>>;
}

/** What a claim or a finding says in fields, in words. */
export function ValueList({ type, value }: Props) {
  const { t } = useTranslation('assess');
  const lines = valueLines(type, value);
  if (lines.length === 0) return null;
  return (
    <dl className="sl-facts">
      {lines.map(({ key, name, text, isCode }) => (
        <div key={name ?? key}>
          <Text component="dt" size="sm" c="dimmed">
            {name === undefined ? t(`value.${key}` as never) : <bdi>{name}</bdi>}
          </Text>
          <Text component="dd" size="sm" m={0} className="sl-words">
            {key === 'precision' ? (
              t(`precision.${text}` as never)
            ) : (
              <bdi {...(isCode ? { dir: 'ltr' } : {})}>{text}</bdi>
            )}
          </Text>
        </div>
      ))}
    </dl>
  );
}
