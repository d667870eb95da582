import { Anchor, Modal, Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '@/ui/problem-alert';
import { rulesQuery } from './queries';

interface Props {
  readonly rule: string;
  readonly version: string | null;
}

/** A rule's name, behind which lies what it compares, what it may claim and when it is wrong. */
export function RuleName({ rule, version }: Props) {
  const { t } = useTranslation('assess');
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Anchor component="button" type="button" size="xs" mih={24} onClick={() => setIsOpen(true)}>
        {t('rule.name')} <bdi dir="ltr">{rule}</bdi>
        {version !== null && <bdi dir="ltr"> {version}</bdi>}
      </Anchor>
      <Modal
        opened={isOpen}
        onClose={() => setIsOpen(false)}
        size="lg"
        title={t('rule.about', { rule })}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        {isOpen && <Readme rule={rule} />}
      </Modal>
    </>
  );
}

function Readme({ rule }: { readonly rule: string }) {
  const { t } = useTranslation('assess');
  const { data, error, refetch } = useQuery(rulesQuery);
  if (error !== null) return <ProblemAlert error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton h={200} />;
  const known = data.items.find(({ id }) => id === rule);
  if (known === undefined) return <Text>{t('rule.unknown')}</Text>;
  return (
    <Text component="div" lang="en" dir="ltr" size="sm" className="sl-words">
      {known.readme}
    </Text>
  );
}
