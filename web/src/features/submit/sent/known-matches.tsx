import { Alert, Anchor, List, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, api } from '@/api/client';
import { keys } from '@/api/keys';
import type { Schemas } from '@/api/problem';

type Seen = Schemas['Match'];

/** What the desk has seen of this before: the same file, the same footage, or something in a case that the reader cannot see. */
export function KnownMatches({ clipId }: { readonly clipId: string }) {
  const { t } = useTranslation('submit');
  const { data } = useQuery({
    queryKey: keys.clipPart(clipId, 'submit-matches'),
    queryFn: () => answer(api.GET('/api/v1/clips/{id}/matches', { params: { path: { id: clipId } } })),
  });
  const items = data?.items ?? [];
  const seen = items
    .filter((match): match is Seen => 'clipId' in match)
    .filter(({ state }) => state !== 'rejected');
  const elsewhere = items.length - items.filter((match) => 'clipId' in match).length;
  if (seen.length + elsewhere === 0) return null;
  return (
    <Alert color="yellow" p="xs" mt={4} title={t('known.title')}>
      <List size="sm">
        {seen.map((match) => (
          <List.Item key={match.id}>
            {t(`known.${match.kind}` as never)}
            {match.mirrored && ` (${t('known.mirrored')})`}{' '}
            <Anchor
              component={Link}
              to={`/clips/${clipId}/compare/${match.id}` as never}
              size="sm"
              underline="always"
              c="inherit"
            >
              {t('known.compare')}
            </Anchor>{' '}
            <Anchor
              component={Link}
              to={`/clips/${match.clipId}` as never}
              size="sm"
              underline="always"
              c="inherit"
            >
              {t('known.open')}
            </Anchor>
          </List.Item>
        ))}
      </List>
      {elsewhere > 0 && <Text size="sm">{t('known.elsewhere', { count: elsewhere })}</Text>}
    </Alert>
  );
}
