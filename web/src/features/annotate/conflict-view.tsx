import { Alert, Button, Group, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { bodyOf, type Annotation, type Draft } from './draft';

interface Props {
  readonly theirs: Annotation;
  readonly mine: Draft;
  readonly onKeepMine: () => void;
  readonly onTakeTheirs: () => void;
}

/** Somebody saved another wording meanwhile: both beside each other, and the choice. Nothing is lost before it. */
export function ConflictView({ theirs, mine, onKeepMine, onTakeTheirs }: Props) {
  const { t } = useTranslation('annotate');
  const position = (landmark: Annotation['landmark']) =>
    landmark === null ? '' : `${landmark.lat}, ${landmark.lon}`;
  const rows = [
    { name: t('label'), theirs: bodyOf(theirs, 'label')?.value ?? '', mine: mine.label },
    { name: t('note'), theirs: bodyOf(theirs, 'note')?.value ?? '', mine: mine.note },
    { name: t('position'), theirs: position(theirs.landmark), mine: mine.landmark?.position ?? '' },
    {
      name: t('region'),
      theirs: theirs.target.selector === undefined ? '' : t('drawn'),
      mine: mine.shape === null ? '' : t('drawn'),
    },
  ];
  return (
    <Alert color="orange" role="alert" title={t('conflict')}>
      <Text size="sm">{t('conflictSays')}</Text>
      <Table.ScrollContainer minWidth={280}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th />
              <Table.Th>{t('theirs')}</Table.Th>
              <Table.Th>{t('mine')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={row.name}>
                <Table.Th scope="row">{row.name}</Table.Th>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>
                  <bdi>{row.theirs}</bdi>
                </Table.Td>
                <Table.Td style={{ overflowWrap: 'anywhere' }} fw={row.mine === row.theirs ? 400 : 700}>
                  <bdi>{row.mine}</bdi>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Group gap="xs">
        <Button size="compact-sm" onClick={onKeepMine}>
          {t('keepMine')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onTakeTheirs}>
          {t('takeTheirs')}
        </Button>
      </Group>
    </Alert>
  );
}
