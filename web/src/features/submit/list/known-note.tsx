import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Moment } from '@/ui/time';
import type { KnownLink } from './use-known';

interface Props {
  readonly known: KnownLink | undefined;
  /** An earlier row with the same link. */
  readonly sameAs: number | undefined;
}

/** What is known of a link before it is sent: it is here already, it repeats, or its id tells when it was posted. */
export function KnownNote({ known, sameAs }: Props) {
  const { t } = useTranslation('submit');
  const link = known !== undefined && 'canonicalUrl' in known ? known : undefined;
  const refused = known !== undefined && 'problem' in known ? known.problem : undefined;
  return (
    <>
      {sameAs !== undefined && <Text size="sm">{t('rows.sameAs', { number: sameAs })}</Text>}
      {refused !== undefined && (
        <Text size="sm" c="var(--mantine-color-error)">
          <bdi>{refused.detail}</bdi>
        </Text>
      )}
      {link?.clipId !== undefined && link.clipSince !== undefined && (
        <Text size="sm">
          <b>{t('before.here')}</b> <Moment at={link.clipSince} />.{' '}
          <Anchor component={Link} to={`/clips/${link.clipId}` as never} size="sm" underline="always">
            {t('before.look')}
          </Anchor>{' '}
          {t('before.hereStill')}
        </Text>
      )}
      {link?.postTime != null && (
        <Text size="xs" c="dimmed">
          {t('before.postedBy')} <Moment at={link.postTime.at} /> <bdi>{link.postTime.caveat}</bdi>
        </Text>
      )}
    </>
  );
}
