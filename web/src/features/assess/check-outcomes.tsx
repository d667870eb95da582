import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useWorkspace } from '@/workspace/workspace';
import { checksQuery } from './queries';
import { RuleName } from './rule-name';

/** Rules that argued nothing about the claim (null: about the clip), folded: looked, and why there was nothing to say. */
export function CheckOutcomes({ claimId }: { readonly claimId: string | null }) {
  const { t } = useTranslation('assess');
  const { clip } = useWorkspace();
  const { data } = useQuery(checksQuery(clip.id));
  const silent = (data ?? []).filter((check) => check.findingId === null && check.claimId === claimId);
  if (silent.length === 0) return null;
  const failed = silent.filter(({ outcome }) => outcome === 'failed').length;
  return (
    <details>
      <Text component="summary" size="sm" c="dimmed" style={{ minBlockSize: 24, cursor: 'pointer' }}>
        {t('checks.silent', { count: silent.length })}
        {failed > 0 && <> · {t('checks.failed', { count: failed })}</>}
      </Text>
      <ul className="sl-plain-list">
        {silent.map(({ rule, ruleVersion, outcome, summary }) => (
          <li key={`${rule}-${summary}`}>
            <RuleName rule={rule} version={ruleVersion} />
            <Text size="sm" className="sl-words">
              {outcome === 'failed' && <strong>{t('checks.broke')} </strong>}
              <bdi>{summary}</bdi>
            </Text>
          </li>
        ))}
      </ul>
    </details>
  );
}
