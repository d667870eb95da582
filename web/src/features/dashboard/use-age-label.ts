import { useTranslation } from 'react-i18next';
import type { Figures } from './dashboard-query';

/** "today", "3 to 6 days", "30 days and more" */
export function useAgeLabel(): (bucket: Figures['ageing'][number]) => string {
  const { t } = useTranslation('dashboard');
  return ({ fromDays, toDays }) => {
    if (toDays === null) return t('ageing.from', { count: fromDays });
    return fromDays === 0 ? t('ageing.today') : t('ageing.between', { from: fromDays, count: toDays - 1 });
  };
}
