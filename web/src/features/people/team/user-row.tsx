import { Badge, Button, Group, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/problem';

export type User = Schemas['User'];

interface Props {
  readonly user: User;
  readonly isSelf: boolean;
  readonly onLink: () => void;
  readonly onDisable: (disabled: boolean) => void;
}

export function UserRow({ user, isSelf, onLink, onDisable }: Props) {
  const { t } = useTranslation('team');
  const { name, email, disabled, admin, totp } = user;
  const mark = (text: string) => (
    <Badge variant="light" color="gray" tt="none" style={{ color: 'var(--mantine-color-text)' }}>
      {text}
    </Badge>
  );
  return (
    <Table.Tr>
      <Table.Td style={{ overflowWrap: 'anywhere' }}>
        <bdi>{name}</bdi>
        {isSelf && ` (${t('you')})`}
      </Table.Td>
      <Table.Td style={{ overflowWrap: 'anywhere' }}>
        <bdi>{email}</bdi>
      </Table.Td>
      <Table.Td>
        <Group gap={4}>
          {mark(disabled ? t('disabled') : t('active'))}
          {admin && mark(t('admin'))}
          {mark(totp ? t('secondFactor') : t('noSecondFactor'))}
        </Group>
      </Table.Td>
      <Table.Td>
        <Group gap={4}>
          {!disabled && email !== null && (
            <Button
              size="compact-sm"
              variant="default"
              aria-label={t('linkNamed', { name })}
              onClick={onLink}
            >
              {t('newLink')}
            </Button>
          )}
          {!isSelf && (
            <Button
              size="compact-sm"
              variant="default"
              title={disabled ? undefined : t('confirmDisable')}
              aria-label={t(disabled ? 'enableNamed' : 'disableNamed', { name })}
              onClick={() => onDisable(!disabled)}
            >
              {t(disabled ? 'enable' : 'disable')}
            </Button>
          )}
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}
