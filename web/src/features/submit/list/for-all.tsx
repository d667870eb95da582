import { Button, Collapse, Group, Paper, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { ChevronDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { RowForm } from '../fields/row-form';
import type { CaseChoice } from '../rows/case-choice';
import type { RowFields } from '../rows/row';
import { submitStore } from '../store/submit-store';
import { Said } from './said';

interface Props {
  readonly shared: RowFields;
  readonly cases: readonly CaseChoice[];
}

/** What counts for every row that says nothing else. */
export function ForAll({ shared, cases }: Props) {
  const { t } = useTranslation('submit');
  const [isOpen, { toggle }] = useDisclosure(false);
  return (
    <Paper withBorder p="xs" component="section" aria-label={t('forAll')}>
      <Group justify="space-between" gap="xs">
        <Group gap="xs">
          <Text fw={500} size="sm">
            {t('forAll')}
          </Text>
          <Said fields={shared} cases={cases} />
        </Group>
        <Button
          variant="default"
          size="compact-sm"
          onClick={toggle}
          aria-expanded={isOpen}
          rightSection={
            <ChevronDown size={14} aria-hidden style={{ transform: isOpen ? 'rotate(180deg)' : 'none' }} />
          }
        >
          {isOpen ? t('closeForAll') : t('openForAll')}
        </Button>
      </Group>
      <Collapse expanded={isOpen} keepMounted={false} pt={isOpen ? 'sm' : 0}>
        <RowForm
          fields={shared}
          faults={[]}
          cases={cases}
          isForAll
          onChange={(fields) => submitStore.change({ do: 'share', fields })}
        />
      </Collapse>
    </Paper>
  );
}
