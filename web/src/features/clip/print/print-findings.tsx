import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/problem';

/** Findings with their stance, those that were withdrawn as such. */
export function PrintFindings({ findings }: { readonly findings: readonly Schemas['Finding'][] }) {
  const { t } = useTranslation('clip');
  if (findings.length === 0) return <p>{t('print.noFindings')}</p>;
  return (
    <ul>
      {findings.map(({ id, stance, check, rule, ruleVersion, summary, withdrawn }) => (
        <li key={id}>
          {t(`print.stances.${stance}` as never)}: <bdi>{summary}</bdi> (
          <bdi>{rule === null ? check : `${rule} ${ruleVersion}`}</bdi>)
          {withdrawn !== null && <b> {t('print.withdrawn')}</b>}
        </li>
      ))}
    </ul>
  );
}
