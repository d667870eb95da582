import { Textarea, TextInput } from '@mantine/core';
import type { ClaimType, RowFields } from '../rows/row';
import { faultsAt, type FieldPath } from './fault-of';
import { useFieldsForm } from './form-context';

interface Props<Type extends ClaimType> {
  readonly claim: Type;
  readonly name: keyof RowFields[Type] & string;
  /** The API's name of the field, where it differs. */
  readonly apiName?: string;
  readonly label: string;
  readonly description?: string;
  readonly placeholder?: string;
  readonly isLtr?: boolean;
  readonly lines?: number;
  readonly list?: string;
}

/** One text of a claim, with what is wrong with it. */
export function ClaimText<Type extends ClaimType>({
  claim,
  name,
  apiName = name,
  label,
  isLtr = false,
  lines,
  ...more
}: Props<Type>) {
  const { fields, faults, change, say } = useFieldsForm();
  const own = fields[claim];
  const found = faultsAt(faults, `claims.${claim}.${apiName}` as FieldPath);
  const shared = {
    label,
    ...more,
    // Words may be in another language than the page.
    // (An empty field of direction auto would write its example from the left.)
    dir: isLtr ? 'ltr' : own[name] === '' ? undefined : 'auto',
    size: 'sm',
    error: found.length === 0 ? undefined : found.map(say),
    value: String(own[name]),
    onChange: (event: React.ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      change({ ...fields, [claim]: { ...own, [name]: event.currentTarget.value } }),
  } as const;
  return lines === undefined ? (
    <TextInput {...shared} />
  ) : (
    <Textarea {...shared} rows={lines} autosize minRows={lines} maxRows={8} />
  );
}
