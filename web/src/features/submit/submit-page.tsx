import { Alert, Grid, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Page } from '@/ui/page';
import { ProblemAlert } from '@/ui/problem-alert';
import { AddFiles } from './adding/add-files';
import { AddLinks } from './adding/add-links';
import { TablePreview } from './adding/table-preview';
import { useTableChoice } from './adding/use-table-choice';
import { Zones } from './fields/zones';
import { RowList } from './list/row-list';
import { ForAll } from './list/for-all';
import { SentList } from './sent/sent-list';
import { useCaseChoices, useSubmit } from './store/use-submit';
import { useLeaveWarning } from './sending/use-leave-warning';

/** Hand in links, files and tables of links, with what is claimed about each; and see what becomes of them. */
export function SubmitPage() {
  const { t } = useTranslation('submit');
  const state = useSubmit();
  const { cases, isLoaded, error } = useCaseChoices();
  const table = useTableChoice(cases);
  useLeaveWarning(state);
  return (
    <Page title={t('title')}>
      <Zones />
      {error !== null && <ProblemAlert error={error} />}
      {isLoaded && cases.length === 0 && <Alert color="yellow">{t('noCase')}</Alert>}
      {!state.isKept && <Alert color="yellow">{t('notKept')}</Alert>}
      <Stack gap="lg">
        <Grid gap="md">
          <Grid.Col span={{ base: 12, sm: 7 }}>
            <AddLinks onTable={table.readText} />
          </Grid.Col>
          <Grid.Col span={{ base: 12, sm: 5 }}>
            <AddFiles onTable={table.readFile} />
          </Grid.Col>
        </Grid>
        {table.choice !== null && (
          <TablePreview key={table.choice.id} choice={table.choice} onDone={table.close} />
        )}
        {state.draft.rows.length > 0 && <ForAll shared={state.draft.shared} cases={cases} />}
        <RowList state={state} cases={cases} />
        <SentList sent={state.sent} cases={cases} />
      </Stack>
    </Page>
  );
}
