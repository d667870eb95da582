import { createContext, useContext, type ReactNode } from 'react';
import type { RowFault, RowFields } from '../rows/row';

/** What the fields of one row, or those for all rows, work on. */
export interface FieldsForm {
  readonly fields: RowFields;
  readonly faults: readonly RowFault[];
  readonly change: (fields: RowFields) => void;
  readonly say: (fault: RowFault) => ReactNode;
}

export const FieldsFormContext = createContext<FieldsForm | null>(null);

export function useFieldsForm(): FieldsForm {
  const form = useContext(FieldsFormContext);
  if (form === null) throw new Error('a field needs a FieldsForm around it');
  return form;
}
