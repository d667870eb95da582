import { Alert, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseChoice } from '../rows/case-choice';
import type { RowFault, RowFields } from '../rows/row';
import { ClaimFields } from './claim-fields';
import { ClipFields } from './clip-fields';
import { faultsElsewhere } from './fault-of';
import { FieldsFormContext } from './form-context';

interface Props {
  readonly fields: RowFields;
  readonly faults: readonly RowFault[];
  readonly cases: readonly CaseChoice[];
  readonly isForAll?: boolean;
  readonly onChange: (fields: RowFields) => void;
}

/** Everything that can be said about a clip. */
export function RowForm({ fields, faults, cases, isForAll = false, onChange }: Props) {
  const say = useSayFault();
  const elsewhere = faultsElsewhere(faults);
  return (
    <FieldsFormContext value={{ fields, faults, change: onChange, say }}>
      <Stack gap="sm">
        {elsewhere.length > 0 && (
          <Alert color="red" p="xs">
            {elsewhere.map(say)}
          </Alert>
        )}
        <ClaimFields />
        <ClipFields cases={cases} isForAll={isForAll} />
      </Stack>
    </FieldsFormContext>
  );
}

/** Ours in the reader's language, the server's as they come. */
export function useSayFault(): (fault: RowFault) => ReactNode {
  const { t } = useTranslation('submit');
  return (fault) => (
    <span key={`${fault.path} ${fault.message}`} style={{ display: 'block' }}>
      {fault.isOurs === true ? t(`fault.${fault.message}` as never) : <bdi>{fault.message}</bdi>}
    </span>
  );
}
