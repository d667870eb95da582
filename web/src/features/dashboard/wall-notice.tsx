import { useDocumentTitle } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import classes from './wall.module.css';

/** Why the wall is empty, and who can change that. */
export function WallNotice({ kind }: { readonly kind: 'noToken' | 'refused' | 'noCase' | 'unreachable' }) {
  const { t } = useTranslation('dashboard');
  useDocumentTitle(`${t('wall.title')} · Sightline`);
  return (
    <div className={classes['notice']} role="alert">
      <h1>{t(`wall.notice.${kind}.title` as never)}</h1>
      <p>{t(`wall.notice.${kind}.what` as never)}</p>
    </div>
  );
}
