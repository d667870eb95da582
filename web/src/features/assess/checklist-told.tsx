import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/problem';

/** What somebody looked at before they judged, and what they set aside. */
export function ChecklistTold({ checklist }: { readonly checklist: readonly Schemas['CheckedStep'][] }) {
  const { t } = useTranslation('assess');
  if (checklist.length === 0) return null;
  return (
    <details>
      <Text component="summary" size="sm" c="dimmed" style={{ minBlockSize: 24, cursor: 'pointer' }}>
        {t('checklist.told', { count: checklist.length })}
      </Text>
      <ul className="sl-plain-list">
        {checklist.map(({ step, state, note }) => (
          <li key={step}>
            <Text size="sm" className="sl-words">
              {t(`checklist.step.${step}` as never, { defaultValue: step })}:{' '}
              {t(`checklist.state.${state}` as never)}
              {note !== undefined && (
                <>
                  {' – '}
                  <bdi>{note}</bdi>
                </>
              )}
            </Text>
          </li>
        ))}
      </ul>
    </details>
  );
}
