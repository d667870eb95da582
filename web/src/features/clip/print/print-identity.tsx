import { useTranslation } from 'react-i18next';
import { Moment } from '@/ui/time';
import type { Clip } from '@/workspace/workspace';
import { sizeOf } from '../metadata/sizes';
import { Facts } from '../panels/facts';

/** By what the clip is known again: names, addresses, digests, states. */
export function PrintIdentity({ clip }: { readonly clip: Clip }) {
  const { t, i18n } = useTranslation('clip');
  const { t: ui } = useTranslation('ui');
  const code = (text: string | null | undefined) => text && <code dir="ltr">{text}</code>;
  return (
    <section>
      <h1>
        <bdi>{clip.title ?? t('untitled')}</bdi>
      </h1>
      <Facts
        facts={[
          { name: t('print.id'), value: code(clip.id) },
          { name: t('print.version'), value: code(String(clip.version)) },
          { name: t('print.url'), value: code(clip.canonicalUrl) },
          { name: t('print.platform'), value: clip.platform && <bdi>{clip.platform}</bdi> },
          { name: t('print.account'), value: clip.accountHandle && <bdi>{clip.accountHandle}</bdi> },
          { name: t('print.came'), value: <Moment at={clip.createdAt} /> },
          { name: t('processing.title'), value: ui(`processing.${clip.processing.state}` as never) },
          { name: t('print.work'), value: ui(`work.${clip.work}` as never) },
          { name: t('print.verification'), value: ui(`verification.${clip.verification}` as never) },
          { name: t('edit.sensitivity'), value: ui(`sensitivity.${clip.sensitivity}` as never) },
          { name: t('edit.warning'), value: clip.advanceWarning && <bdi>{clip.advanceWarning}</bdi> },
          { name: 'SHA-256', value: code(clip.original?.sha256) },
          { name: 'SHA-512', value: code(clip.original?.sha512) },
          {
            name: t('metadata.size'),
            value: clip.original && sizeOf(clip.original.sizeBytes, i18n.language),
          },
        ]}
      />
      {clip.original === null && <p>{t('metadata.noOriginal')}</p>}
    </section>
  );
}
