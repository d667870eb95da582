import { Group, Kbd, Modal, Stack, Table, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { effectiveGroups } from './effective-keys';
import { useKeyGroups } from './keys';

interface Props {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function KeysList({ isOpen, onClose }: Props) {
  const { t } = useTranslation('keys');
  const groups = effectiveGroups(useKeyGroups());
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t('title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Stack>
        {groups.map(({ title, actions }, index) => (
          <section key={`${title}-${index}`}>
            <Title order={3} size="h5">
              {title}
            </Title>
            <Table>
              <Table.Tbody>
                {actions.map(({ keys, label }) => (
                  <Table.Tr key={keys}>
                    <Table.Td w={160}>
                      <KeyCaps keys={keys} />
                    </Table.Td>
                    <Table.Td>{label}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </section>
        ))}
      </Stack>
    </Modal>
  );
}

/** Keys are written from left to right in every language. */
function KeyCaps({ keys }: { readonly keys: string }) {
  return (
    <Group gap={4} dir="ltr">
      {keys.split(/[ +]/).map((key, index) => (
        <Kbd key={`${key}-${index}`}>{names[key] ?? key}</Kbd>
      ))}
    </Group>
  );
}

const names: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  $mod: 'Ctrl',
  Space: '␣',
};
