import { Button, CloseButton, Group, Menu, Paper, Progress, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { BulkOutcome } from './bulk-outcome';
import { BulkTags } from './bulk-tags';
import { choices } from './filter-choices';
import type { ClipRow } from './clip-row';
import { useAssignable } from './use-assignable';
import { useBulk } from './use-bulk';

interface Props {
  readonly ids: ReadonlySet<string>;
  readonly rows: ReadonlyMap<string, ClipRow>;
  readonly onClear: () => void;
}

const priorities = ['urgent', 'high', 'normal', 'low'] as const;
/** What people may set; the rest follows from assigning and assessing. */
const works = ['needs_help', 'closed'] as const;

/** What is done to all that is selected. Stays while its outcome is read. */
export function BulkBar({ ids, rows, onClear }: Props) {
  const { t } = useTranslation('inbox');
  const bulk = useBulk();
  const chosen = [...ids].flatMap((id) => rows.get(id) ?? []);
  const people = useAssignable(chosen);
  if (chosen.length === 0 && bulk.report === undefined) return null;
  const entry = (key: string, label: string, run: () => void) => (
    <Menu.Item key={key} onClick={run}>
      <bdi>{label}</bdi>
    </Menu.Item>
  );
  return (
    <Paper
      withBorder
      shadow="md"
      p="xs"
      role="region"
      aria-label={t('bulk.title')}
      style={{ position: 'sticky', insetBlockEnd: 8, zIndex: 5 }}
    >
      {chosen.length > 0 && (
        <Group gap="xs">
          <Text size="sm" fw={600} role="status">
            {t('bulk.count', { count: chosen.length })}
          </Text>
          <Choice label={t('bulk.assign')} isBusy={bulk.isRunning}>
            {people.map(({ id, name }) =>
              entry(id ?? 'none', name ?? t('nobody'), () => bulk.run(chosen, () => ({ assigneeId: id }))),
            )}
          </Choice>
          <Choice label={t('bulk.priority')} isBusy={bulk.isRunning}>
            {priorities.map((priority) =>
              entry(priority, t(`priority.${priority}` as never), () =>
                bulk.run(chosen, () => ({ priority })),
              ),
            )}
          </Choice>
          <Choice label={t('bulk.work')} isBusy={bulk.isRunning}>
            {works.map((work) =>
              entry(work, t(`ui:work.${work}` as never), () => bulk.run(chosen, () => ({ work }))),
            )}
          </Choice>
          <Choice label={t('bulk.sensitivity')} isBusy={bulk.isRunning}>
            {choices.sensitivity.map((sensitivity) =>
              entry(sensitivity, t(`ui:sensitivity.${sensitivity}` as never), () =>
                bulk.run(chosen, () => ({ sensitivity })),
              ),
            )}
          </Choice>
          <BulkTags rows={chosen} isBusy={bulk.isRunning} onRun={bulk.run} />
          <CloseButton aria-label={t('bulk.clear')} onClick={onClear} />
        </Group>
      )}
      {bulk.isRunning && (
        <Progress
          mt="xs"
          aria-label={t('bulk.progress')}
          value={bulk.total === 0 ? 0 : (100 * bulk.ended) / bulk.total}
        />
      )}
      {bulk.report !== undefined && !bulk.isRunning && <BulkOutcome bulk={bulk} report={bulk.report} />}
    </Paper>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly isBusy: boolean;
  readonly children: React.ReactNode;
}

function Choice({ label, isBusy, children }: ChoiceProps) {
  return (
    <Menu shadow="md" position="top-start">
      <Menu.Target>
        <Button size="compact-sm" variant="default" disabled={isBusy}>
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={320} style={{ overflowY: 'auto' }}>
        {children}
      </Menu.Dropdown>
    </Menu>
  );
}
